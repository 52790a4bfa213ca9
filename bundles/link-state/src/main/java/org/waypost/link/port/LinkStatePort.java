package org.waypost.link.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Protocol;
import org.waypost.linkstate.Membership;
import org.waypost.topology.Server;

/** Where the members of a group reach their master. */
public final class LinkStatePort implements Protocol {
    /** The name of the listener. */
    public static final String NAME = "link-state";
    private static final int MAX_CONNECTIONS = 5_000;
    private static final int MAX_PER_ADDRESS = 20;

    private final Supplier<ListenerSpec> listener;
    private final Talks talks;

    /** @param listener see {@link #listener(Server, TlsFiles)} */
    public LinkStatePort(Supplier<ListenerSpec> listener, Talks talks) {
        this.listener = listener;
        this.talks = talks;
    }

    /** Shows the server's own key to whoever comes, as it has no other certificate. */
    public static ListenerSpec listener(Server own, TlsFiles files) {
        return new ListenerSpec(NAME, List.of(new ListenerSpec.Binding(own.host(), own.linkStatePort(), true)), Optional.empty(),
                MAX_CONNECTIONS, MAX_PER_ADDRESS, "", Optional.of(new ListenerSpec.Identity(files, Membership.SERVER_NAME)));
    }

    @Override
    public ListenerSpec listener() {
        return listener.get();
    }

    @Override
    public Conversation open(Connection connection) {
        return Talk.incoming(connection, talks);
    }

    @Override
    public Conversation thaw(Connection connection, FrozenConversation frozen) {
        return Talk.thawed(connection, talks, frozen);
    }

    @Override
    public void handshakeFailed(ConnectionInfo connection, String reason) {
        talks.stranger(connection.remote().getAddress());
    }

    @Override
    public void listenerChanged(ListenerStatus status) {
        // The transport logs what it could not have.
    }
}
