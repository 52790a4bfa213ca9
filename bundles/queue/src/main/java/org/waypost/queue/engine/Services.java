package org.waypost.queue.engine;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.waypost.categorizer.Categorizer;
import org.waypost.event.EventLog;
import org.waypost.routing.Router;
import org.waypost.service.Gate;
import org.waypost.spool.Spool;
import org.waypost.tracking.LateTracking;
import org.waypost.tracking.Tracking;

/**
 * The services that the engine works with, each of which may be replaced at any moment.
 *
 * @param agents the delivery agents
 */
public record Services(Gate<Spool> spool, Gate<Categorizer> categorizer, Gate<Router> router, Agents agents,
        EventLog events, Tracking tracking) {
    /* The engine calls a stage only while it is there: what waits in a gate came just before it left. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WAITING = 10_000;

    /** Services that are all away. */
    public static Services away(Executor engine, EventLog events, Tracking tracking) {
        return new Services(new Gate<>("spool", PATIENCE, WAITING, engine),
                new Gate<>("categorizer", PATIENCE, WAITING, engine), new Gate<>("router", PATIENCE, WAITING, engine),
                new Agents(engine), events, tracking);
    }

    /** Without tracking. */
    public static Services away(Executor engine, EventLog events) {
        return away(engine, events, new LateTracking());
    }

    /** The engine is ending: nothing may wait for a service that is away. See {@link Gate#shut}. */
    void shut() {
        spool.shut();
        categorizer.shut();
        router.shut();
        agents.shut();
    }
}
