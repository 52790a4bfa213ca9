package org.waypost.admin.lockdown;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.lockdown.Owner.Reach;

/** Judges each socket by whose it is. */
public class LockdownUseCases implements LockdownAdmin {
    private static final Owner UNKNOWN = new Owner("not known", Reach.MACHINE, "Find out what opened it; nothing of Waypost needs it.");

    private final ProcessSockets sockets;
    private final Supplier<Map<Integer, Owner>> owners;

    /** @param owners by port */
    public LockdownUseCases(ProcessSockets sockets, Supplier<Map<Integer, Owner>> owners) {
        this.sockets = sockets;
        this.owners = owners;
    }

    @Override
    public Answer<List<Listening>> listening() {
        try {
            Map<Integer, Owner> known = owners.get();
            return new Answer.Ok<>(sockets.listening().stream()
                    .map(socket -> judged(socket, known.getOrDefault(socket.getPort(), UNKNOWN)))
                    .sorted(Comparator.comparingInt(Listening::port).thenComparing(Listening::address)).toList());
        } catch (IOException e) {
            return new Answer.Refused<>("The system does not tell which sockets this process has open (" + e + "). Look with its own tools.");
        }
    }

    private static Listening judged(InetSocketAddress socket, Owner owner) {
        boolean loopback = socket.getAddress().isLoopbackAddress();
        boolean needed = owner != UNKNOWN && owner.reach() != Reach.NOBODY;
        boolean well = owner.reach() == Reach.EVERYBODY || needed && loopback;
        return new Listening(socket.getAddress().getHostAddress(), socket.getPort(), loopback, owner.name(), needed, well ? "" : owner.advice());
    }
}
