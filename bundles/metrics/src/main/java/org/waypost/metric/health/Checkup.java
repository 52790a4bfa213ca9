package org.waypost.metric.health;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.metric.source.Disk;
import org.waypost.metric.source.Services;
import org.waypost.metrics.Vitals;
import org.waypost.metrics.Vitals.Level;
import org.waypost.metrics.Vitals.Problem;
import org.waypost.smtp.VirtualServerStatus;

/** Looks whether all is well. Any thread. */
public final class Checkup {
    private static final long MIB = 1L << 20;

    private final Services services;
    private final Supplier<Disk> disk;

    public Checkup(Services services, Supplier<Disk> disk) {
        this.services = services;
        this.disk = disk;
    }

    public Vitals.Health look() {
        List<Problem> problems = new ArrayList<>();
        boolean room = hasRoom(problems);
        boolean stores = services.spool().get().isPresent();
        if (!stores) {
            problems.add(new Problem(Level.RED, "spool", "", "The spool is stopped or being replaced; no mail is taken."));
        }
        if (services.queue().get().isEmpty()) {
            problems.add(new Problem(Level.RED, "queue", "", "The queuing engine is stopped or being replaced; mail waits in the spool."));
        }
        boolean listens = listens(problems);
        new OrganizationCheckup(services).look(problems);
        List<Problem> worstFirst = problems.stream().sorted(Comparator.comparing(Problem::level).reversed()).toList();
        return new Vitals.Health(worstFirst.isEmpty() ? Level.GREEN : worstFirst.get(0).level(), room && stores && listens, worstFirst);
    }

    /** @return whether the disk has more free than the reserve */
    private boolean hasRoom(List<Problem> problems) {
        Disk now = disk.get();
        try {
            if (!now.exists() || now.free() >= now.reserve()) {
                return true;
            }
            problems.add(new Problem(Level.RED, "spool", now.folder().toString(), "The disk has " + now.free() / MIB
                    + " MiB free, less than the reserve of " + now.reserve() / MIB + " MiB; mail is refused with 452. Make room."));
            return false;
        } catch (IOException e) {
            problems.add(new Problem(Level.YELLOW, "spool", now.folder().toString(), "The disk does not say what is free: " + e.getMessage() + "."));
            return true;
        }
    }

    /** @return whether one virtual server takes connections */
    private boolean listens(List<Problem> problems) {
        Optional<Answer<List<VirtualServerStatus>>> answer = services.servers().get().map(ServerAdmin::servers);
        if (answer.isPresent() && answer.get() instanceof Answer.Ok<List<VirtualServerStatus>> ok) {
            ok.value().forEach(server -> look(server, problems));
            return ok.value().stream().anyMatch(Checkup::isStarted);
        }
        problems.add(new Problem(Level.RED, "servers", "", answer.isPresent()
                ? ((Answer.Refused<List<VirtualServerStatus>>) answer.get()).reason()
                : "The administration of virtual servers is stopped or being replaced."));
        return false;
    }

    private static boolean isStarted(VirtualServerStatus server) {
        return server.state().equals("STARTED") && !server.listening().isEmpty();
    }

    private static void look(VirtualServerStatus server, List<Problem> problems) {
        server.problems().forEach(problem -> problems.add(new Problem(Level.YELLOW, "servers", server.name(), problem)));
        if (!isStarted(server) && server.problems().isEmpty()) {
            problems.add(new Problem(Level.YELLOW, "servers", server.name(), "The virtual server is "
                    + (server.state().equals("STARTED") ? "started and listens nowhere." : server.state().toLowerCase(Locale.ROOT) + ".")));
        }
    }
}
