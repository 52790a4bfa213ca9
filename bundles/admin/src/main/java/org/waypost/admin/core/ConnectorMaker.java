package org.waypost.admin.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.naming.ldap.Rdn;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;
import org.waypost.settings.ObjectKind;

/** Makes connectors: where they stand, and what they may be called. */
record ConnectorMaker(ObjectDesk desk) {
    private static final int LONGEST_NAME = 64;

    Answer<Saved> create(ObjectKind kind, Place place, Map<String, List<String>> given) {
        Optional<String> group = desk.layout().group(place.parent());
        if (group.isEmpty()) {
            return Answer.Refused.unknown("There is no routing group " + place.parent() + "; linkstate:show shows those there are.");
        }
        Optional<String> wrong = wrongName(place);
        if (wrong.isPresent()) {
            return new Answer.Ok<>(new Saved.Invalid("Nothing was saved. " + wrong.get(), Map.of("name", wrong.get())));
        }
        return Answers.then(container(group.get()), container -> {
            Entry entry = new Entry("cn=" + Rdn.escapeValue(place.name()) + "," + container, new UUID(0, 0), Map.of());
            return desk.checked(kind, place, entry, given, attributes -> add(kind, place, entry, attributes));
        });
    }

    /** Where connectors of a group stand: in its container for them if it has one. */
    private Answer<String> container(String group) {
        String filter = "(|" + Filter.equal("objectClass", "msExchConnectors") + Filter.equal("cn", "Connections") + ")";
        Search search = new Search(Role.CONFIGURATION, group, Search.Scope.ONE_LEVEL, filter, Set.of("cn"));
        return desk.cases().ask(directory -> directory.search(search, 1),
                found -> new Answer.Ok<>(found.stream().findFirst().map(Entry::dn).orElse(group)));
    }

    private Optional<String> wrongName(Place place) {
        String name = place.name();
        boolean taken = List.of(ObjectKind.SMTP_CONNECTOR, ObjectKind.ROUTING_GROUP_CONNECTOR).stream()
                .anyMatch(kind -> desk.layout().find(kind, place).isPresent());
        if (taken) {
            return Optional.of("There is a connector " + place + " already.");
        }
        boolean good = !name.isBlank() && name.equals(name.strip()) && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '/');
        return good ? Optional.empty() : Optional.of("The name of a connector must be 1 to " + LONGEST_NAME + " characters, none of them / or"
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
