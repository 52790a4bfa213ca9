package org.waypost.http;

import java.nio.file.Path;
import java.security.AccessController;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import org.waypost.admin.Answer;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/** A key with a secret; each change is a line of {@link #done}. */
final class SettingsAdmin implements MetabaseAdmin {
    static final String SECRET = "do-not-show";
    final List<String> done = new CopyOnWriteArrayList<>();

    /** The subject that the last change was asked in the name of. */
    volatile Subject who;

    @SuppressWarnings("removal")
    private Answer<String> done(String what) {
        who = Subject.getSubject(AccessController.getContext());
        done.add(what);
        return new Answer.Ok<>("Done.");
    }

    @Override
    public Answer<KeyView> key(String key) {
        MetabaseKey own = MetabaseKey.of("/LM/Test");
        return key.equals("/LM/Test") ? new Answer.Ok<>(new KeyView(own, new TreeMap<>(Map.of(
                "limit", new Property(new Value.Number(5), own, Optional.empty(), Optional.empty()),
                "password", new Property(new Value.Secret(SECRET), own, Optional.of("cn=x"), Optional.empty()))), new TreeSet<>(List.of("1"))))
                : Answer.Refused.unknown("There is no key " + key + ".");
    }

    @Override
    public Answer<String> set(String key, String property, List<String> values, Optional<Duration> override) {
        return done("set " + key + " " + property + " " + values + " " + override.map(Duration::toSeconds).orElse(0L));
    }

    @Override
    public Answer<String> unset(String key, String property) {
        return done("unset " + key + " " + property);
    }

    @Override
    public Answer<Watching> watch(String key, Consumer<Change> changed) {
        throw new AssertionError("not asked for by HTTP");
    }

    @Override
    public Answer<String> export(String key) {
        return new Answer.Ok<>("[" + key + "]");
    }

    @Override
    public Answer<String> importText(String text) {
        throw new AssertionError("not asked for by HTTP");
    }

    @Override
    public Answer<List<Metabase.Version>> history() {
        return new Answer.Ok<>(List.of(new Metabase.Version(7, Instant.EPOCH, MetabaseWrite.Writer.ADMINISTRATOR, "limit")));
    }

    @Override
    public Answer<String> rollback(long version) {
        return done("rollback " + version);
    }

    @Override
    public Answer<String> backup(Path folder) {
        throw new AssertionError("not asked for by HTTP");
    }
}
