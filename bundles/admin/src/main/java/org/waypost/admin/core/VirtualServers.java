package org.waypost.admin.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.object.Binding;
import org.waypost.directory.Entry;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;

/** What the virtual servers of one server are to each other: they share its addresses, and one of them takes its mail. */
record VirtualServers(ObjectDesk desk) {
    static final String BINDINGS = "bindings";
    private static final ObjectKind KIND = ObjectKind.VIRTUAL_SERVER;

    /**
     * A sentence about a binding that another one of the same server has.
     *
     * @param before as the directory has it; without attributes for a new one
     * @param after as it shall be
     */
    Answer<Optional<String>> taken(Place place, Entry before, Entry after) {
        List<Binding> wanted = bindings(after);
        if (!before.attributes().isEmpty() && wanted.equals(bindings(before))) {
            return new Answer.Ok<>(Optional.empty());
        }
        return Answers.then(others(place), others -> new Answer.Ok<>(others.entrySet().stream().flatMap(other -> wanted.stream()
                .filter(binding -> other.getValue().stream().anyMatch(binding::overlaps))
                .map(binding -> "Bindings of " + ObjectSettings.named(KIND, place.name()) + ": " + other.getKey() + " listens on "
                        + binding.text() + " already. Take another address or port.")).findFirst()));
    }

    /** Whether it may be deleted. @return what to tell of the others then, empty if nothing */
    Answer<String> leaving(Place place, Entry entry) {
        List<Binding> freed = bindings(entry);
        return Answers.then(others(place), others -> {
            if (others.isEmpty()) {
                return kept(place, place.parent() + " has no other one");
            }
            Set<Place> heirs = others.entrySet().stream().filter(other -> overlap(freed, other.getValue())).map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            return isLast(place, others.keySet(), heirs) ? kept(place, "no other one of " + place.parent() + " listens now")
                    : new Answer.Ok<>(heirs.isEmpty() ? "" : " Its bindings are free for "
                            + heirs.stream().map(Place::toString).sorted().collect(Collectors.joining(", ")) + ".");
        });
    }

    private boolean isLast(Place place, Set<Place> others, Set<Place> heirs) {
        Set<String> listening = desk.cases().listening(place.parent());
        return has(listening, place) && others.stream().noneMatch(other -> has(listening, other) || heirs.contains(other));
    }

    private static boolean overlap(List<Binding> some, List<Binding> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
    }

    private static boolean has(Set<String> names, Place place) {
        return names.stream().anyMatch(place.name()::equalsIgnoreCase);
    }

    private static Answer<String> kept(Place place, String why) {
        return new Answer.Refused<>("Nothing was deleted: without " + ObjectSettings.named(KIND, place.toString()) + " no mail would be taken, for "
                + why + ". server:create makes another one; server:stop closes the sockets of this one.");
    }

    /** The bindings of each other one of its server. */
    private Answer<Map<Place, List<Binding>>> others(Place place) {
        Answer<Map<Place, List<Binding>>> found = new Answer.Ok<>(new LinkedHashMap<>());
        for (Place other : desk.layout().besides(KIND, place)) {
            found = Answers.then(found, before -> Answers.then(desk.read(KIND, other), entry -> {
                before.put(other, bindings(entry));
                return new Answer.Ok<>(before);
            }));
        }
        return found;
    }

    private List<Binding> bindings(Entry entry) {
        List<String> given = desk.settings().read(KIND, entry).getOrDefault(BINDINGS, List.of());
        return Binding.of(given.isEmpty() ? standard() : given);
    }

    private List<String> standard() {
        return desk.settings().fields(KIND).stream().filter(field -> field.key().equals(BINDINGS)).map(Field::standard)
                .flatMap(text -> List.of(text.split(",")).stream()).toList();
    }
}
