package org.waypost.route.path;

import java.util.Collections;
import java.util.Set;
import org.waypost.routing.RouteQuestion;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Connector.Rules;
import org.waypost.topology.Schedule;

/**
 * What rules look at in a message.
 *
 * @param system whether the reverse-path is null
 * @param anySender whether sender rules are left out of account, which the null reverse-path passes anyhow
 * @param listed see {@link RouteQuestion#listed()}
 * @param size octets; {@link #ANY_SIZE} if size rules are left out of account
 */
public record Traffic(boolean system, boolean anySender, Set<String> listed, long size, Priority priority) {
    /** Passes every limit. */
    public static final long ANY_SIZE = -1;

    public static Traffic of(RouteQuestion question) {
        return new Traffic(question.system(), question.system(), question.listed(), question.size(), question.priority());
    }

    public Traffic ofAnySender() {
        return new Traffic(system, true, listed, size, priority);
    }

    public Traffic ofAnySize() {
        return new Traffic(system, anySender, listed, ANY_SIZE, priority);
    }

    /** What its settings have against this message, whether it is up or down. */
    public Obstacle obstacle(Connector connector) {
        Rules rules = connector.rules();
        if (connector.schedule().kind() == Schedule.Kind.NEVER) {
            return Obstacle.NEVER;
        }
        if (!mayUse(rules)) {
            return Obstacle.SENDER;
        }
        if (!rules.priorities().contains(priority) || !(system ? rules.system() : rules.nonSystem())) {
            return Obstacle.CONTENT;
        }
        return size > limit(connector) ? Obstacle.SIZE : Obstacle.NONE;
    }

    /** Whether it waits for the hours of oversize mail. */
    public boolean isOversize(Connector connector) {
        return connector.oversize().isPresent() && size > connector.oversize().get().above();
    }

    /** When it may pass. */
    public Schedule schedule(Connector connector) {
        return isOversize(connector) ? connector.oversize().orElseThrow().schedule() : connector.schedule();
    }

    /** Octets that still pass: large messages do not if their hours are "never". */
    static long limit(Connector connector) {
        long limit = connector.rules().maxSize();
        return connector.oversize().filter(oversize -> oversize.schedule().kind() == Schedule.Kind.NEVER)
                .map(oversize -> Math.min(limit, oversize.above())).orElse(limit);
    }

    private boolean mayUse(Rules rules) {
        return anySender || Collections.disjoint(rules.refused(), listed)
                && (rules.allowed().isEmpty() || !Collections.disjoint(rules.allowed(), listed));
    }
}
