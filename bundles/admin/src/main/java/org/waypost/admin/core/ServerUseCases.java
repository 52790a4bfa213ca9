package org.waypost.admin.core;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;
import org.waypost.smtp.VirtualServerStatus;

/** Virtual servers for people: each is a listener of the transport, of the same name. */
public class ServerUseCases extends UseCases<Listeners> implements ServerAdmin {
    /** @param wait for the transport to be there, positive */
    public ServerUseCases(Gate<Listeners> listeners, EventLog events, Duration wait) {
        super("The transport", listeners, events, wait);
    }

    @Override
    public Answer<List<VirtualServerStatus>> servers() {
        return ask(l -> CompletableFuture.completedStage(l.list()),
                list -> new Answer.Ok<>(list.stream().sorted(Comparator.comparing(ListenerStatus::name))
                        .map(ServerUseCases::status).toList()));
    }

    @Override
    public Answer<String> start(String server) {
        return change(server, Listeners::start, AdminEvent.SERVER_STARTED, " is started.");
    }

    @Override
    public Answer<String> stop(String server) {
        return change(server, Listeners::stop, AdminEvent.SERVER_STOPPED,
                " is stopped: its sockets are closed and its connections are asked to finish.");
    }

    @Override
    public Answer<String> pause(String server) {
        return change(server, Listeners::pause, AdminEvent.SERVER_PAUSED,
                " is paused: it takes no new connections, and keeps those it has.");
    }

    private Answer<String> change(String server, BiPredicate<Listeners, String> action, AdminEvent event, String done) {
        Objects.requireNonNull(server);
        Answer<Optional<String>> before = look(l -> state(l, server));
        return ask(l -> CompletableFuture.completedStage(action.test(l, server) ? state(l, server) : Optional.<String>empty()), after -> {
            if (after.isEmpty()) {
                return Answer.Refused.unknown("There is no virtual server " + server + "; server:list shows all.");
            }
            String was = before instanceof Answer.Ok<Optional<String>> ok ? ok.value().orElse(Audit.NOTHING) : Audit.NOTHING;
            events().changed(event, was, after.get(), server);
            return new Answer.Ok<>("The virtual server " + server + done);
        });
    }

    private static Optional<String> state(Listeners listeners, String server) {
        return listeners.list().stream().filter(listener -> listener.name().equals(server)).findFirst().map(l -> l.state().name());
    }

    private static VirtualServerStatus status(ListenerStatus listener) {
        return new VirtualServerStatus(listener.name(), listener.state().name(),
                listener.listening().stream().map(ServerUseCases::text).toList(), listener.connections(), listener.problems());
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
