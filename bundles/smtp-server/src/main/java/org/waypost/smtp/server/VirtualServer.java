package org.waypost.smtp.server;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.waypost.authentication.Authenticator;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Protocol;
import org.waypost.event.EventLog;
import org.waypost.linkstate.Membership.Members;
import org.waypost.metrics.Meter;
import org.waypost.recipient.RecipientResolver;
import org.waypost.service.Gate;
import org.waypost.smtp.server.authentication.UserCheck;
import org.waypost.smtp.server.command.BuiltIn;
import org.waypost.smtp.server.content.ContentStore;
import org.waypost.smtp.server.content.SpoolContents;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.session.AuthenticationSteps;
import org.waypost.smtp.server.session.Environment;
import org.waypost.smtp.server.session.Reception;
import org.waypost.smtp.server.session.SmtpConversation;
import org.waypost.smtp.server.session.Verbs;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.spool.Spool;
import org.waypost.tracking.Tracking;

/**
 * One SMTP virtual server: its settings, and a conversation for each connection. New settings hold
 * from the next command on, in standing sessions too. Any thread.
 */
public final class VirtualServer implements Protocol {
    private final EventLog events;
    private final Supplier<Members> members;
    private final Environment environment;
    private volatile ServerSettings settings;

    public VirtualServer(ServerSettings settings, Services services, SmtpService service) {
        this.settings = Objects.requireNonNull(settings);
        this.events = services.events();
        this.members = services.members();
        ContentStore store = new ContentStore(new SpoolContents(services.spool()), service.memory());
        Reception reception = new Reception(store, services.clock(), events, services.tracking(), services.meter());
        AuthenticationSteps authentication = new AuthenticationSteps(
                new UserCheck(services.authenticator(), service.failures(), services.clock(), events));
        this.environment = new Environment(() -> this.settings, members,
                BuiltIn.table(services.verbs(), services.resolver(), reception, authentication), services.verbs(), store,
                reception, authentication, events, services.meter());
    }

    /** The name must be the same. */
    public void settings(ServerSettings newSettings) {
        if (!newSettings.name().equals(settings.name())) {
            throw new IllegalArgumentException("name changed from " + settings.name() + " to " + newSettings.name());
        }
        settings = newSettings;
    }

    public String name() {
        return settings.name();
    }

    @Override
    public ListenerSpec listener() {
        return settings.listener(members.get());
    }

    @Override
    public Conversation open(Connection connection) {
        return new SmtpConversation(connection, environment);
    }

    @Override
    public Conversation thaw(Connection connection, FrozenConversation frozen) {
        return new SmtpConversation(connection, environment, frozen);
    }

    @Override
    public void listenerChanged(ListenerStatus status) {
        status.problems().forEach(problem -> events.report(SmtpEvent.LISTENER_PROBLEM, name(), problem));
        status.notices().forEach(notice -> events.report(SmtpEvent.LISTENER_NOTICE, name(), notice));
    }

    /**
     * What a virtual server asks of other bundles, each of which may be away.
     *
     * @param members those of now; when the identity among them changes, {@link #listener} does
     */
    public record Services(Gate<RecipientResolver> resolver, Gate<Authenticator> authenticator, Gate<Spool> spool,
            Verbs verbs, Supplier<Members> members, EventLog events, Tracking tracking, Meter meter, InstantSource clock) {
        public Services {
            Objects.requireNonNull(resolver);
            Objects.requireNonNull(authenticator);
            Objects.requireNonNull(spool);
            Objects.requireNonNull(verbs);
            Objects.requireNonNull(members);
            Objects.requireNonNull(events);
            Objects.requireNonNull(tracking);
            Objects.requireNonNull(meter);
            Objects.requireNonNull(clock);
        }
    }
}
