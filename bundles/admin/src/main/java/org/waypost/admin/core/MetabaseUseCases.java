package org.waypost.admin.core;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.event.EventLog;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.service.Gate;

/** The metabase for people. */
public class MetabaseUseCases extends UseCases<Metabase> implements MetabaseAdmin {
    private final LiveWatches watches = new LiveWatches();
    private final InstantSource clock;

    /** @param wait for the metabase's answer, positive */
    public MetabaseUseCases(Gate<Metabase> metabase, EventLog events, InstantSource clock, Duration wait) {
        super("The metabase", metabase, events, wait);
        this.clock = Objects.requireNonNull(clock);
    }

    /** The metabase came: calls that waited go on, and open watches with them. */
    protected void came(Metabase metabase) {
        gate().bind(metabase);
        watches.came(metabase);
    }

    protected void went(Metabase metabase) {
        watches.went(metabase);
        gate().unbind(metabase);
    }

    @Override
    public Answer<KeyView> key(String key) {
        return withKey(key, parsed -> ask(m -> CompletableFuture.completedStage(m.read(parsed)), found ->
                found.<Answer<KeyView>>map(Answer.Ok::new).orElseGet(() -> noKey(key))));
    }

    @Override
    public Answer<String> set(String key, String property, List<String> values, Optional<Duration> override) {
        if (values.isEmpty()) {
            return new Answer.Refused<>("Setting " + property + " needs a value; metabase:set --unset takes the property away.");
        }
        return withKey(key, parsed -> ask(m -> set(m, parsed, property, values, override), Supplier::get));
    }

    /** Completes with what is left to do in the thread that was called. */
    private CompletionStage<Supplier<Answer<String>>> set(Metabase metabase, MetabaseKey key, String property, List<String> values,
            Optional<Duration> override) {
        Optional<KeyView> view = metabase.read(key);
        Optional<Property> current = view.map(v -> v.properties().get(property));
        Optional<String> owner = current.filter(p -> p.from().equals(key)).flatMap(Property::owner);
        if (override.isPresent() && owner.isEmpty()) {
            return refused(new Answer.Refused<>("The property " + property + " of " + key
                    + " is not replicated from the directory; set it without --until."));
        }
        ValueReader reader = new ValueReader(ValueReader.schema(metabase, view, property), current.map(Property::value));
        Answer<Value> read = reader.read(key, property, values);
        if (read instanceof Answer.Refused<Value> refused) {
            return refused(refused.forwarded());
        }
        return set(metabase, key, property, ((Answer.Ok<Value>) read).value(), owner, override);
    }

    private CompletionStage<Supplier<Answer<String>>> set(Metabase metabase, MetabaseKey key, String property, Value value,
            Optional<String> owner, Optional<Duration> override) {
        Optional<Instant> until = override.map(clock.instant()::plus);
        Edit edit = until.<Edit>map(end -> new Edit.Override(key, property, value, end))
                .orElseGet(() -> new Edit.Set(key, property, value, Optional.empty()));
        String sentence = property + " of " + key + " is " + shown(value)
                + until.map(end -> " until " + end + "; then it is again what " + owner.orElse("the directory") + " says.").orElse(".");
        return write(metabase, edit, AdminEvent.PROPERTY_SET, sentence, property);
    }

    @Override
    public Answer<String> unset(String key, String property) {
        return withKey(key, parsed -> ask(m -> unset(m, parsed, property), Supplier::get));
    }

    private CompletionStage<Supplier<Answer<String>>> unset(Metabase metabase, MetabaseKey key, String property) {
        Optional<Property> current = metabase.read(key).map(view -> view.properties().get(property))
                .filter(found -> found.from().equals(key));
        if (current.isEmpty()) {
            return refused(new Answer.Refused<>("The key " + key + " has no property " + property
                    + " of its own; metabase:get " + key + " shows where each is from."));
        }
        boolean override = current.get().override().isPresent();
        Edit edit = override ? new Edit.EndOverride(key, property) : new Edit.Unset(key, property);
        return write(metabase, edit, AdminEvent.PROPERTY_UNSET, override
                ? "The override of " + property + " of " + key + " is over: the directory has the say again."
                : property + " is no longer set at " + key + ": it is inherited, or its default holds.", property);
    }

    private CompletionStage<Supplier<Answer<String>>> write(Metabase metabase, Edit edit, AdminEvent event, String sentence,
            String property) {
        String before = PropertyText.of(metabase, edit.key(), property);
        return metabase.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR, List.of(edit))).thenApply(written -> () ->
                done(written, event, version -> sentence, before, version -> PropertyText.of(metabase, edit.key(), property),
                        property, edit.key()));
    }

    private static CompletionStage<Supplier<Answer<String>>> refused(Answer<String> refusal) {
        return CompletableFuture.completedStage(() -> refusal);
    }

    @Override
    public Answer<Watching> watch(String key, Consumer<Change> changed) {
        Objects.requireNonNull(changed);
        return key(key) instanceof Answer.Refused<KeyView> refused ? refused.forwarded()
                : withKey(key, parsed -> look(m -> watches.open(m, parsed, changed)));
    }

    @Override
    public Answer<String> export(String key) {
        return key(key) instanceof Answer.Refused<KeyView> refused ? refused.forwarded()
                : withKey(key, parsed -> look(m -> m.export(parsed)));
    }

    @Override
    public Answer<String> importText(String text) {
        String before = version();
        return ask(m -> m.importText(text), written -> done(written, AdminEvent.METABASE_IMPORTED,
                version -> "The text was imported; the metabase is at version " + version + ".", before, MetabaseUseCases::version));
    }

    @Override
    public Answer<List<Metabase.Version>> history() {
        return look(Metabase::history);
    }

    @Override
    public Answer<String> rollback(long version) {
        String before = version();
        return ask(m -> m.rollback(version), written -> done(written, AdminEvent.METABASE_ROLLED_BACK,
                now -> "Local properties are again as in version " + version + "; this is version " + now
                        + ". Replicated properties stay as the directory has them.", before, MetabaseUseCases::version, version));
    }

    @Override
    public Answer<String> backup(Path folder) {
        return ask(m -> m.backup(folder), made -> {
            events().changed(AdminEvent.METABASE_BACKED_UP, "not there", "copied", made);
            return new Answer.Ok<>("The metabase was copied to " + made + ", secrets too; keep it safe.");
        });
    }

    private String version() {
        return look(Metabase::version) instanceof Answer.Ok<Long> ok ? version(ok.value()) : Audit.NOTHING;
    }

    private static String version(long version) {
        return "version " + version;
    }

    private Answer<String> done(Written written, AdminEvent event, LongFunction<String> sentence, String before, LongFunction<String> after,
            Object... parameters) {
        if (written instanceof Written.Refused refused) {
            return new Answer.Refused<>(refused.reason());
        }
        long version = ((Written.Done) written).version();
        events().changed(event, before, after.apply(version), parameters);
        return new Answer.Ok<>(sentence.apply(version));
    }

    private static String shown(Value value) {
        return value instanceof Value.Secret ? "set" : ValueReader.text(value);
    }

    private static <R> Answer<R> noKey(String key) {
        return Answer.Refused.unknown("There is no key " + key + "; metabase:ls shows those below a key.");
    }

    private static <R> Answer<R> withKey(String text, Function<MetabaseKey, Answer<R>> action) {
        return MetabaseKey.parse(text).map(action).orElseGet(() -> new Answer.Refused<>("\"" + text
                + "\" is no metabase key, which is like /LM/SmtpSvc; metabase:ls / shows the first of them."));
    }
}
