package org.waypost.admin.shell.object;

import java.util.ArrayList;
import java.util.List;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.shell.Refusal;
import org.waypost.settings.ObjectKind;

/** An object by its name. */
record Found(ObjectKind kind, Place place) {
    static final List<ObjectKind> SERVERS = List.of(ObjectKind.VIRTUAL_SERVER);
    static final List<ObjectKind> CONNECTORS = List.of(ObjectKind.SMTP_CONNECTOR, ObjectKind.ROUTING_GROUP_CONNECTOR);

    /** @param name alone, or PARENT/NAME */
    static Found of(ObjectAdmin admin, List<ObjectKind> kinds, String name) throws Refusal {
        List<Found> found = new ArrayList<>();
        for (ObjectKind kind : kinds) {
            Refusal.orValue(admin.objects(kind)).stream()
                    .filter(place -> place.name().equalsIgnoreCase(name) || place.toString().equalsIgnoreCase(name))
                    .forEach(place -> found.add(new Found(kind, place)));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String what = kinds.equals(SERVERS) ? "virtual server" : "connector";
        throw new Refusal(found.isEmpty() ? "There is no " + what + " " + name + " in the directory; the directory has "
                + String.join(", ", names(admin, kinds)) + "."
                : "There are several " + what + "s " + name + ": name one of " + String.join(", ", found.stream()
                        .map(each -> each.place().toString()).toList()) + ".");
    }

    /** As PARENT/NAME. */
    static List<String> names(ObjectAdmin admin, List<ObjectKind> kinds) {
        return kinds.stream().flatMap(kind -> admin.objects(kind) instanceof Answer.Ok<List<Place>> ok ? ok.value().stream() : null)
                .map(Place::toString).toList();
    }
}
