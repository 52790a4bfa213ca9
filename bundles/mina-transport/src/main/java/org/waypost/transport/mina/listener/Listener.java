package org.waypost.transport.mina.listener;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;

import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.ListenerStatus.State;
import org.waypost.connection.Want;
import org.waypost.transport.mina.TransportSettings;
import org.waypost.transport.mina.connection.Channel;
import org.waypost.transport.mina.connection.ChannelHandler;
import org.waypost.transport.mina.connection.Machinery;
import org.waypost.transport.mina.connection.Owner;
import org.waypost.transport.mina.connection.Tenancy;
import org.waypost.transport.mina.tls.CertificateWatch;
import org.waypost.transport.mina.tls.ServerCertificates;
import org.waypost.transport.mina.tls.TlsFilter;

/**
 * One listener: its sockets, its connections, its certificates, and the protocols that serve it. The last
 * protocol bound is the one in force; the others' conversations are handed over to it. Changes are made
 * in the control thread; I/O threads and mailboxes only read.
 */
final class Listener implements Owner {
    private final Machinery machinery;
    private final Supplier<TransportSettings> settings;
    private final LongSupplier nanoTime;
    private final Ports ports = new Ports();
    private final ConnectionLimits limits = new ConnectionLimits();
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private final List<Tenancy> tenancies = new ArrayList<>();
    private volatile ListenerSpec spec;
    private volatile State state = State.STARTED;
    private volatile Optional<Tenancy> current = Optional.empty();
    private volatile ServerCertificates certificates = ServerCertificates.NONE;
    private long vacantSince;

    Listener(ListenerSpec spec, Machinery machinery, Supplier<TransportSettings> settings, LongSupplier nanoTime) {
        this.spec = spec;
        this.machinery = machinery;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    String name() {
        return spec.name();
    }

    // Protocols

    Optional<Tenancy> current() {
        return current;
    }

    /** The protocol in force from now on; those before it hand their conversations over. */
    void enter(Tenancy newcomer) {
        tenancies.add(newcomer);
        current = Optional.of(newcomer);
        tenancies.stream().filter(tenancy -> tenancy != newcomer).forEach(Tenancy::leave);
        channels.forEach(Channel::settleSoon);
    }

    /** The protocol goes; the one bound before it, if it is still there, is in force again. */
    void leave(Tenancy leaver) {
        tenancies.remove(leaver);
        current = tenancies.isEmpty() ? Optional.empty() : Optional.of(tenancies.get(tenancies.size() - 1));
        current.ifPresent(Tenancy::stay);
        vacantSince = nanoTime.getAsLong();
        leaver.leave();
    }

    /** Whether it is without a protocol for longer than allowed. */
    boolean isForsaken() {
        return tenancies.isEmpty() && nanoTime.getAsLong() - vacantSince > settings.get().protocolGrace().toNanos();
    }

    // Sockets

    void change(ListenerSpec newSpec) {
        spec = newSpec;
        certificates = certificates.with(newSpec);
    }

    void change(State newState) {
        state = newState;
    }

    void closeUnwanted() {
        ports.closeUnwanted(wanted());
    }

    void openMissing(Ports.Opener opener) {
        ports.openMissing(wanted(), opener);
    }

    private Set<Binding> wanted() {
        return state == State.STOPPED ? Set.of() : new LinkedHashSet<>(spec.bindings());
    }

    Ports ports() {
        return ports;
    }

    ListeningSocket open(Binding binding) throws IOException {
        return ListeningSocket.open(binding, machinery, new ChannelHandler(session -> admit(session, binding)));
    }

    ListenerStatus status(List<String> notices) {
        List<String> problems = new ArrayList<>(ports.problems());
        problems.addAll(certificates.problems());
        return new ListenerStatus(name(), state, ports.listening(), limits.count(), problems, notices);
    }

    CertificateWatch.Change pollCertificates() {
        return certificates.poll();
    }

    // Connections

    Set<Channel> channels() {
        return channels;
    }

    /** Waits until no connection is left, or the deadline has passed. */
    void awaitNoConnections(long deadline) throws InterruptedException {
        limits.awaitNone(deadline);
    }

    void signal(String signal) {
        channels.forEach(channel -> channel.signal(signal));
    }

    private Optional<Channel> admit(IoSession session, Binding binding) {
        InetSocketAddress remote = (InetSocketAddress) session.getRemoteAddress();
        ListenerSpec now = spec;
        if (remote == null) {
            session.closeNow();
            return Optional.empty();
        }
        if (state != State.STARTED
                || !limits.admit(remote.getAddress(), now.maxConnections(), now.maxConnectionsPerAddress())) {
            refuse(session, binding, now.refusal());
            return Optional.empty();
        }
        Channel channel = new Channel(session, new ConnectionInfo(session.getId(), now.name(),
                (InetSocketAddress) session.getLocalAddress(), remote, true), this, machinery.workers(), nanoTime);
        channels.add(channel);
        if (binding.implicitTls()) {
            secure(session, channel);
        }
        return Optional.of(channel);
    }

    private void secure(IoSession session, Channel channel) {
        Duration patience = settings.get().handshakeTimeout();
        tlsFilter(Optional.empty()).ifPresentOrElse(filter -> channel.secureAtOnce(filter, patience), session::closeNow);
    }

    private static void refuse(IoSession session, Binding binding, String refusal) {
        if (refusal.isEmpty() || binding.implicitTls()) {
            session.closeNow();
            return;
        }
        String line = refusal.endsWith("\r\n") ? refusal : refusal + "\r\n";
        session.write(IoBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        session.closeOnFlush();
    }

    @Override
    public void vacant(Channel channel) {
        current.ifPresent(channel::seat);
    }

    @Override
    public Optional<TlsFilter> tlsFilter(Optional<Want.ClientTls> client) {
        return certificates.filter();
    }

    @Override
    public void parked(Channel channel, String key, FrozenConversation frozen, Duration keep) {
        throw new IllegalStateException("only outgoing connections are parked");
    }

    @Override
    public void ended(Channel channel) {
        if (channels.remove(channel)) {
            limits.release(channel.info().remote().getAddress());
            channel.handshakeFailure().ifPresent(why -> current.ifPresent(tenancy ->
                    tenancy.protocol().handshakeFailed(channel.info(), why.detail())));
        }
    }
}
