package org.waypost.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.Standing;

/** One connector, whose revision is 1; a cost of 0 is wrong. Each change is a line of {@link #done}. */
final class ObjectAdmins implements ObjectAdmin {
    static final Place PLACE = new Place("East", "Internet");
    final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public Answer<List<Place>> objects(ObjectKind kind) {
        return new Answer.Ok<>(List.of(PLACE));
    }

    @Override
    public Answer<List<String>> parents(ObjectKind kind) {
        return new Answer.Ok<>(List.of(PLACE.parent()));
    }

    @Override
    public Answer<List<Field>> fields(ObjectKind kind) {
        return new Answer.Ok<>(List.of(new Field("cost", "Cost", "1 to 100.", Field.Type.NUMBER, Optional.of(1L), Optional.of(100L), List.of(),
                "1", false, false, List.of("cost"))));
    }

    @Override
    public Answer<Form> form(ObjectKind kind, Place place) {
        return place.equals(PLACE) ? new Answer.Ok<>(now(kind)) : Answer.Refused.unknown("There is no " + kind.words() + " " + place + ".");
    }

    private Form now(ObjectKind kind) {
        return new Form(kind, PLACE, "cn=Internet", "1", ((Answer.Ok<List<Field>>) fields(kind)).value(), Map.of("cost", List.of("7")));
    }

    @Override
    public Answer<Saved> save(ObjectKind kind, Place place, String revision, Map<String, List<String>> values) {
        if (!revision.equals("1")) {
            return new Answer.Ok<>(new Saved.Stale("It was changed.", Optional.of("cn=ben"), Optional.of(Instant.EPOCH), now(kind)));
        }
        if (values.getOrDefault("cost", List.of()).contains("0")) {
            return new Answer.Ok<>(new Saved.Invalid("Nothing was saved.", Map.of("cost", "Cost is 0, allowed is 1 to 100.")));
        }
        return done("save " + kind + " " + place + " " + new TreeMap<>(values) + " by " + Asker.name());
    }

    private Answer<Saved> done(String what) {
        done.add(what);
        return new Answer.Ok<>(new Saved.Done("Done.", "2"));
    }

    @Override
    public Answer<Saved> create(ObjectKind kind, Place place, Map<String, List<String>> values) {
        return done("create " + kind + " " + place + " " + new TreeMap<>(values) + " by " + Asker.name());
    }

    @Override
    public Answer<Saved> delete(ObjectKind kind, Place place, Optional<String> revision) {
        return done("delete " + kind + " " + place + " " + revision.orElse("-") + " by " + Asker.name());
    }

    @Override
    public Answer<Standing> standing(ObjectKind kind, Place place) {
        return new Answer.Ok<>(Standing.IN_FORCE);
    }
}
