package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.directory.Position;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;

/**
 * What an instance knows after a restart.
 *
 * @param position how far it followed changes
 * @param fingerprint of the policies that all recipients were last held against
 * @param base its base then: of another one nothing is known
 */
record RusState(Optional<Position> position, Optional<String> fingerprint, String base) {
    private static final MetabaseKey KEYS = MetabaseKey.of("/LM/RecipientUpdateService/State");
    private static final String POSITION = "Position";
    private static final String POLICIES = "Policies";
    private static final String BASE = "Base";

    static RusState none(String base) {
        return new RusState(Optional.empty(), Optional.empty(), base);
    }

    static RusState read(Metabase metabase, String name, String base) {
        Optional<KeyView> key = metabase.read(KEYS.child(name));
        boolean same = key.flatMap(view -> text(view, BASE)).map(base::equalsIgnoreCase).orElse(false);
        return same ? new RusState(key.flatMap(RusState::position), key.flatMap(view -> text(view, POLICIES)), base) : none(base);
    }

    RusState at(Position next) {
        return new RusState(Optional.of(next), fingerprint, base);
    }

    RusState by(String policies) {
        return new RusState(position, Optional.of(policies), base);
    }

    MetabaseWrite write(String name) {
        MetabaseKey key = KEYS.child(name);
        List<Edit> edits = new ArrayList<>();
        edits.add(set(key, BASE, new Value.Text(base)));
        position.ifPresent(now -> edits.add(set(key, POSITION, new Value.Texts(List.of(now.server(), now.method(), now.cookie())))));
        fingerprint.ifPresent(now -> edits.add(set(key, POLICIES, new Value.Text(now))));
        return new MetabaseWrite(MetabaseWrite.Writer.SERVICE, edits);
    }

    private static Edit set(MetabaseKey key, String property, Value value) {
        return new Edit.Set(key, property, value, Optional.empty());
    }

    private static Optional<Position> position(KeyView view) {
        return view.value(POSITION).map(value -> value instanceof Value.Texts texts ? texts.texts() : List.<String>of())
                .filter(parts -> parts.size() == 3).map(parts -> new Position(parts.get(0), parts.get(1), parts.get(2)));
    }

    private static Optional<String> text(KeyView view, String property) {
        return view.value(property).map(value -> value instanceof Value.Text text ? text.text() : "");
    }
}
