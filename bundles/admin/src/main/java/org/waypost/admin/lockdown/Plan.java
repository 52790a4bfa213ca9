package org.waypost.admin.lockdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.admin.LockdownAdmin.Request;
import org.waypost.admin.lockdown.Owner.Reach;

/**
 * What is to be done with a door.
 *
 * @param why it is left open, as a sentence; empty if it is closed
 */
record Plan(Owner owner, String why) {
    /** One for each name. */
    static List<Plan> of(List<Found> doors, Request request) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (Found door : doors) {
            boolean wanted = request.names().isEmpty() ? door.closable() && !door.owner().onlyNamed()
                    : request.names().contains(door.owner().name());
            if (wanted) {
                plans.merge(door.owner().name(), new Plan(door.owner(), why(door, request)), (first, second) -> first.closes() ? first : second);
            }
        }
        new TreeSet<>(request.names()).forEach(name -> plans.computeIfAbsent(name,
                unknown -> new Plan(new Owner(name, name, Reach.NOBODY, ""), "Nothing that listens has the name " + name + ".")));
        return List.copyOf(plans.values());
    }

    private static String why(Found door, Request request) {
        Owner owner = door.owner();
        if (owner.reach() == Reach.EVERYBODY) {
            return "The " + owner.whose() + " is there for everybody, so lockdown never closes it; service:stop is for that.";
        } else if (door.well()) {
            return "The " + owner.whose() + " is reached from this machine only and was left as it is.";
        } else if (owner.measure().isEmpty()) {
            return "Lockdown cannot close what is " + owner.whose() + ". " + owner.advice();
        }
        boolean shutsOut = request.door().name().equals(owner.name()) && (!request.door().loopback() || owner.reach() == Reach.NOBODY);
        return shutsOut && !request.force() ? "The " + owner.whose() + " is the way you came in and was left open; --force closes it too." : "";
    }

    boolean closes() {
        return why.isEmpty();
    }

    Measure measure() {
        return owner.measure().orElseThrow();
    }

    Closing closing() {
        return new Closing(owner.name(), closes(), closes() ? "The " + owner.whose() + ": " + measure().text() + "." : why);
    }

    Closing stillOpen(long seconds) {
        return new Closing(owner.name(), false, "The " + owner.whose() + " listens still, " + seconds + " s after this: " + measure().text()
                + ". See data/log/karaf.log, and call lockdown again.");
    }
}
