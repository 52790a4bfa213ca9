package org.waypost.ds2mb.replica;

import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.waypost.ds2mb.mapping.ConfigurationMapping;
import org.waypost.ds2mb.mapping.Values;
import org.waypost.ds2mb.replica.Held.Flaw;
import org.waypost.event.EventLog;

/** Says what a write made of the replica; a fault once, until it changes. */
record Report(EventLog events) {
    void written(Replica before, Replica after, Plan plan) {
        faults(before, after);
        if (events.admits(ReplicationEvent.OBJECT)) {
            objects(before.objects(), after.objects());
        }
        if (events.admits(ReplicationEvent.PROPERTY_SET)) {
            properties(plan);
        }
    }

    private void faults(Replica before, Replica after) {
        SortedMap<UUID, Flaw> told = before.flaws();
        SortedMap<UUID, Flaw> now = after.flaws();
        now.forEach((id, flaw) -> {
            if (!flaw.equals(told.get(id))) {
                events.report(ReplicationEvent.FAILED, after.objects().get(id).current().dn(), flaw.cause());
            }
        });
        told.keySet().stream().filter(id -> !now.containsKey(id) && after.objects().containsKey(id))
                .forEach(id -> events.report(ReplicationEvent.REPAIRED, after.objects().get(id).current().dn()));
    }

    private void objects(Map<UUID, Held> before, Map<UUID, Held> after) {
        after.forEach((id, held) -> {
            Held was = before.get(id);
            if (held.flaw().isEmpty() && (was == null || !held.good().equals(was.good()))) {
                events.report(ReplicationEvent.OBJECT, ConfigurationMapping.kind(held.current()), held.current().dn());
            }
        });
        before.forEach((id, held) -> {
            if (!after.containsKey(id)) {
                events.report(ReplicationEvent.OBJECT_GONE, ConfigurationMapping.kind(held.current()), held.current().dn());
            }
        });
    }

    private void properties(Plan plan) {
        plan.removed().forEach((place, owned) -> events.report(ReplicationEvent.PROPERTY_REMOVED, place.key(), place.property(),
                Values.shown(owned.value()), owned.owner().orElse("")));
        plan.set().forEach((place, owned) -> events.report(ReplicationEvent.PROPERTY_SET, place.key(), place.property(),
                Values.shown(owned.value()), owned.owner().orElse("this server")));
    }
}
