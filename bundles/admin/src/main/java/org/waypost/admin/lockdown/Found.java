package org.waypost.admin.lockdown;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.lockdown.Owner.Reach;

/**
 * An open door.
 *
 * @param socket where it listens, or where that listens by which it is reached
 */
record Found(InetSocketAddress socket, Owner owner) {
    private static final Owner UNKNOWN = new Owner("unknown", "not known", Reach.MACHINE, "Find out what opened it; nothing of Waypost needs it.");
    private static final Comparator<Found> ORDER = Comparator.comparingInt((Found one) -> one.socket.getPort())
            .thenComparing(one -> one.owner.name()).thenComparing(one -> one.socket.getAddress().getHostAddress());

    static List<Found> of(List<InetSocketAddress> sockets, Doors doors) {
        return sockets.stream().flatMap(socket -> Stream.concat(
                Stream.of(doors.sockets().getOrDefault(socket.getPort(), UNKNOWN)), Stream.ofNullable(doors.within().get(socket.getPort())))
                .map(owner -> new Found(socket, owner))).sorted(ORDER).toList();
    }

    private boolean loopback() {
        return socket.getAddress().isLoopbackAddress();
    }

    private boolean needed() {
        return owner != UNKNOWN && owner.reach() != Reach.NOBODY;
    }

    /** Whether it is reached by those only who should. */
    boolean well() {
        return owner.reach() == Reach.EVERYBODY || needed() && loopback();
    }

    boolean closable() {
        return !well() && owner.measure().isPresent();
    }

    Listening listening() {
        return new Listening(owner.name(), socket.getAddress().getHostAddress(), socket.getPort(), loopback(), owner.whose(), needed(),
                well() ? "" : owner.advice(), closable());
    }
}
