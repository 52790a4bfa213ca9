package org.waypost.admin.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waypost.admin.Answer;
import org.waypost.admin.EventLogAdmin;
import org.waypost.event.EventLog;
import org.waypost.event.EventQuery;
import org.waypost.event.EventViewer;
import org.waypost.event.LoggedEvent;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.service.Gate;

/** The event log for people; what is logged is a property of the metabase. */
public class EventLogUseCases extends UseCases<EventViewer> implements EventLogAdmin {
    private static final MetabaseKey KEY = MetabaseKey.of("/LM/EventLog");
    private static final String PID = "org.waypost.eventlog";
    private static final String LEVELS = "levels";
    private static final Pattern PLACE = Pattern.compile("[\\w .-]+(/[\\w .-]+)?");
    private static final Set<String> SEVERITIES = Set.of("ERROR", "WARNING", "INFORMATION");
    private static final String DEFAULT = "DEFAULT";

    private final LiveTails tails = new LiveTails();
    private final Metabases metabases;

    /** @param wait for an answer, positive */
    public EventLogUseCases(Gate<EventViewer> viewer, Gate<Metabase> metabase, EventLog events, Duration wait) {
        super("The event log", viewer, events, wait);
        metabases = new Metabases(metabase, events, wait);
    }

    private static final class Metabases extends UseCases<Metabase> {
        private Metabases(Gate<Metabase> metabase, EventLog events, Duration wait) {
            super("The metabase", metabase, events, wait);
        }
    }

    /** The event log came, and open tails go on with it. */
    protected void came(EventViewer viewer) {
        gate().bind(viewer);
        tails.came(viewer);
    }

    protected void went(EventViewer viewer) {
        tails.went(viewer);
        gate().unbind(viewer);
    }

    @Override
    public Answer<List<LoggedEvent>> list(EventQuery query) {
        return look(viewer -> viewer.list(query));
    }

    @Override
    public Answer<EventViewer.Tail> tail(EventViewer.Listener listener) {
        return look(viewer -> tails.open(viewer, listener));
    }

    @Override
    public Answer<List<EventViewer.CataloguedEvent>> catalogue() {
        return look(EventViewer::catalogue);
    }

    @Override
    public Answer<List<Level>> levels() {
        return metabases.look(metabase -> entries(metabase).stream().map(EventLogUseCases::level).flatMap(Optional::stream).toList());
    }

    @Override
    public Answer<String> level(String place, String value) {
        String wanted = value.trim().toUpperCase(Locale.ROOT);
        if (!PLACE.matcher(place).matches()) {
            return new Answer.Refused<>("\"" + place + "\" is no SOURCE or SOURCE/CATEGORY of events, such as SMTP/Protocol."
                    + " Nothing was changed.");
        }
        if (!wanted.equals(DEFAULT) && !SEVERITIES.contains(wanted) && !isDiagnostic(wanted)) {
            return new Answer.Refused<>("\"" + value + "\" is no level of events; allowed are 0 to 5, ERROR, WARNING, INFORMATION and"
                    + " default. Nothing was changed.");
        }
        return metabases.ask(metabase -> write(metabase, place, wanted), Supplier::get);
    }

    /** Completes with what is left to do in the thread that was called. */
    private CompletionStage<Supplier<Answer<String>>> write(Metabase metabase, String place, String wanted) {
        String before = set(metabase, place);
        List<String> entries = new ArrayList<>(entries(metabase));
        entries.removeIf(entry -> level(entry).filter(level -> isReplaced(level, place, wanted)).isPresent());
        if (!wanted.equals(DEFAULT)) {
            entries.add(place + "=" + wanted);
        }
        return metabase.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR, edits(metabase, entries)))
                .thenApply(written -> () -> done(written, before, set(metabase, place), place, wanted));
    }

    private static List<Edit> edits(Metabase metabase, List<String> entries) {
        Edit levels = new Edit.Set(KEY, LEVELS, new Value.Texts(entries), Optional.empty());
        boolean typed = metabase.read(KEY).flatMap(view -> view.value(Metabase.KEY_TYPE)).isPresent();
        return typed ? List.of(levels)
                : List.of(new Edit.Set(KEY, Metabase.KEY_TYPE, new Value.Text(PID), Optional.empty()), levels);
    }

    private Answer<String> done(Written written, String before, String after, String place, String wanted) {
        if (written instanceof Written.Refused refused) {
            return new Answer.Refused<>(refused.reason());
        }
        events().changed(AdminEvent.EVENT_LEVEL_SET, before, after, place, wanted);
        return new Answer.Ok<>(wanted.equals(DEFAULT) ? "Events of " + place + " are logged as by default again."
                : "Events of " + place + " are now logged " + (isDiagnostic(wanted) ? "up to diagnostic level " + wanted + "."
                        : "from " + wanted + " on."));
    }

    private static String set(Metabase metabase, String place) {
        String values = entries(metabase).stream().map(EventLogUseCases::level).flatMap(Optional::stream)
                .filter(level -> level.place().equalsIgnoreCase(place)).map(Level::value).collect(Collectors.joining(", "));
        return values.isEmpty() ? "as by default" : values;
    }

    private static boolean isReplaced(Level level, String place, String wanted) {
        return level.place().equalsIgnoreCase(place) && (wanted.equals(DEFAULT) || isDiagnostic(level.value()) == isDiagnostic(wanted));
    }

    private static boolean isDiagnostic(String value) {
        return value.matches("[0-5]");
    }

    private static Optional<Level> level(String entry) {
        int sign = entry.lastIndexOf('=');
        return sign < 1 ? Optional.empty() : Optional.of(new Level(entry.substring(0, sign).trim(), entry.substring(sign + 1).trim()));
    }

    /** As the event log reads them: a text may hold several, separated by commas. */
    private static List<String> entries(Metabase metabase) {
        Optional<Value> value = metabase.read(KEY).map(view -> view.properties().get(LEVELS)).map(property -> property.value());
        Stream<String> texts = value.map(found -> found instanceof Value.Texts list ? list.texts().stream()
                : found instanceof Value.Text text ? Stream.of(text.text()) : Stream.<String>empty()).orElseGet(Stream::empty);
        return texts.flatMap(text -> Arrays.stream(text.split(","))).map(String::trim).filter(text -> !text.isEmpty()).toList();
    }
}
