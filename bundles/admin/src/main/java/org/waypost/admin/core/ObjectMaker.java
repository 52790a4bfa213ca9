package org.waypost.admin.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.naming.ldap.Rdn;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;
import org.waypost.settings.ObjectKind;

/** Makes virtual servers and connectors, and says what they may be called. */
record ObjectMaker(ObjectDesk desk) {
    private static final int LONGEST_NAME = 64;
    private static final List<ObjectKind> SERVERS = List.of(ObjectKind.VIRTUAL_SERVER);
    private static final List<ObjectKind> CONNECTORS = List.of(ObjectKind.SMTP_CONNECTOR, ObjectKind.ROUTING_GROUP_CONNECTOR);

    Answer<Saved> create(ObjectKind kind, Place place, Map<String, List<String>> given) {
        Optional<String> parent = desk.layout().parent(kind, place.parent());
        if (parent.isEmpty()) {
            return Answer.Refused.unknown("There is no " + (kind.isConnector() ? "routing group " : "server ") + place.parent()
                    + " in the directory; there are: " + String.join(", ", desk.layout().parents(kind)) + ".");
        }
        Optional<String> wrong = wrongName(kind, place);
        if (wrong.isPresent()) {
            return ObjectDesk.invalid(Map.of("name", wrong.get()));
        }
        Containers containers = new Containers(desk);
        return Answers.then(containers.find(kind, place, parent.get()), container -> {
            Entry entry = new Entry("cn=" + Rdn.escapeValue(place.name()) + "," + container.dn(), new UUID(0, 0), Map.of());
            return desk.checked(kind, place, entry, given, attributes -> Answers.then(containers.make(container),
                    made -> add(kind, place, entry, attributes)));
        });
    }

    private Optional<String> wrongName(ObjectKind kind, Place place) {
        String name = place.name();
        boolean taken = (kind.isConnector() ? CONNECTORS : SERVERS).stream().anyMatch(each -> desk.layout().find(each, place).isPresent());
        String what = kind.isConnector() ? "connector" : kind.words();
        if (taken) {
            return Optional.of("There is a " + what + " " + place + " already.");
        }
        boolean good = !name.isBlank() && name.equals(name.strip()) && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '/');
        return good ? Optional.empty() : Optional.of("The name of a " + what + " must be 1 to " + LONGEST_NAME + " characters, none of them / or"
                + " a control character.");
    }

    private Answer<Saved> add(ObjectKind kind, Place place, Entry entry, Map<String, List<String>> attributes) {
        Map<String, List<String>> all = new LinkedHashMap<>(attributes);
        all.values().removeIf(List::isEmpty);
        all.put("objectClass", List.of(kind.objectClass()));
        all.put("cn", List.of(place.name()));
        return desk.cases().ask(directory -> directory.write(Role.CONFIGURATION, new DirectoryWrite.Add(entry.dn(), all)), result -> {
            Form nothing = new Form(kind, place, entry.dn(), "", List.of(), Map.of());
            return result instanceof WriteResult.Done ? desk.written("Created", AdminEvent.OBJECT_CREATED, nothing, entry, all)
                    : ObjectDesk.refused(kind, place, result);
        });
    }
}
