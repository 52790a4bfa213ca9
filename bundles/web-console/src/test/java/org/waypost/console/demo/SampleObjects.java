package org.waypost.console.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.settings.Field;
import org.waypost.settings.Field.Option;
import org.waypost.settings.Field.Type;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.Standing;

/** Virtual servers and connectors whose forms can be filled in; a cost above 100 is wrong, a smart host "stale" is overtaken. */
final class SampleObjects implements ObjectAdmin {
    private static final List<Option> GROUPS = List.of(new Option("cn=Seattle", "Seattle"), new Option("cn=Berlin", "Berlin"));
    private final Map<String, Map<String, List<String>>> objects = new TreeMap<>();
    private int revision;

    SampleObjects() {
        objects.put(ObjectKind.SMTP_CONNECTOR + " Seattle/Internet", Map.of("addressSpaces", List.of("SMTP:*;1"), "cost", List.of("5")));
        objects.put(ObjectKind.VIRTUAL_SERVER + " seattle1/default", Map.of("addressSpaces", List.of("127.0.0.1:25")));
    }

    private static Field field(String key, String label, Type type, boolean many, List<Option> options, String standard) {
        return new Field(key, label, "What it does, and what is allowed.", type, Optional.of(1L), Optional.of(100L), options, standard, false,
                many, List.of(key));
    }

    @Override
    public Answer<List<Field>> fields(ObjectKind kind) {
        List<Field> fields = new ArrayList<>(List.of(field("targetGroup", "Target routing group", Type.GROUP, false, GROUPS, ""),
                field("addressSpaces", "Address spaces", Type.TEXT, true, List.of(), ""),
                field("smartHost", "Smart host", Type.TEXT, false, List.of(), ""), field("cost", "Cost", Type.NUMBER, false, List.of(), "1"),
                field("priorities", "Priorities", Type.TEXT, true, List.of(new Option("low", "low"), new Option("high", "high")), ""),
                field("system", "System messages", Type.FLAG, false, List.of(), "true")));
        for (int i = 0; i < 5; i++) {
            fields.add(field("more" + i, "More " + i, Type.TEXT, false, List.of(), ""));
        }
        return new Answer.Ok<>(fields);
    }

    @Override
    public Answer<List<String>> parents(ObjectKind kind) {
        return new Answer.Ok<>(kind.isConnector() ? List.of("Seattle", "Berlin") : List.of("seattle1", "berlin1"));
    }

    @Override
    public Answer<List<Place>> objects(ObjectKind kind) {
        return new Answer.Ok<>(objects.keySet().stream().filter(key -> key.startsWith(kind + " ")).map(key -> key.substring(kind.name().length() + 1))
                .map(text -> new Place(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1))).toList());
    }

    @Override
    public Answer<Form> form(ObjectKind kind, Place place) {
        return new Answer.Ok<>(new Form(kind, place, "cn=" + place.name() + ",cn=" + place.parent(), "r" + revision,
                ((Answer.Ok<List<Field>>) fields(kind)).value(), objects.getOrDefault(kind + " " + place, Map.of())));
    }

    @Override
    public Answer<Saved> save(ObjectKind kind, Place place, String old, Map<String, List<String>> values) {
        if (values.getOrDefault("smartHost", List.of()).contains("stale")) {
            put(kind, place, Map.of("cost", List.of("42")));
            return new Answer.Ok<>(new Saved.Stale("Since this form was read, it was changed by cn=bob. Nothing was saved.", Optional.of("cn=bob"),
                    Optional.of(Instant.EPOCH), ((Answer.Ok<Form>) form(kind, place)).value()));
        }
        if (values.getOrDefault("cost", List.of()).stream().anyMatch(cost -> cost.length() > 2)) {
            String sentence = "Cost of " + ObjectSettings.named(kind, place.name()) + " is too much, allowed is 1 to 100.";
            return new Answer.Ok<>(new Saved.Invalid("Nothing was saved. " + sentence, Map.of("cost", sentence)));
        }
        put(kind, place, values);
        return new Answer.Ok<>(new Saved.Done("Saved: " + ObjectSettings.named(kind, place.toString()) + ".", "r" + revision));
    }

    private void put(ObjectKind kind, Place place, Map<String, List<String>> values) {
        Map<String, List<String>> all = new LinkedHashMap<>(objects.getOrDefault(kind + " " + place, Map.of()));
        all.putAll(values);
        objects.put(kind + " " + place, all);
        revision++;
    }

    @Override
    public Answer<Saved> create(ObjectKind kind, Place place, Map<String, List<String>> values) {
        put(kind, place, values);
        return new Answer.Ok<>(new Saved.Done("Created.", "r" + revision));
    }

    @Override
    public Answer<Saved> delete(ObjectKind kind, Place place, Optional<String> old) {
        objects.remove(kind + " " + place);
        return new Answer.Ok<>(new Saved.Done("Deleted: " + place + ".", ""));
    }

    @Override
    public Answer<Standing> standing(ObjectKind kind, Place place) {
        return new Answer.Ok<>(Standing.IN_FORCE);
    }
}
