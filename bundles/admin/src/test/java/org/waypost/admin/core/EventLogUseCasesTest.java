package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.EventLogAdmin.Level;
import org.waypost.event.EventQuery;
import org.waypost.event.EventViewer;
import org.waypost.event.LoggedEvent;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;
import org.waypost.service.Gate;
import org.waypost.testkit.metabase.MemoryMetabase;
import org.waypost.testkit.time.ManualClock;

class EventLogUseCasesTest {
    private static final MetabaseKey KEY = MetabaseKey.of("/LM/EventLog");
    private static final Duration WAIT = Duration.ofMillis(20);

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<Metabase> gate = new Gate<>("metabase", WAIT, 10, Runnable::run);
    private final EventLogUseCases admin = new EventLogUseCases(new Gate<>("event log", WAIT, 10, Runnable::run), gate, events,
            Duration.ofSeconds(2));
    private final MemoryMetabase metabase = new MemoryMetabase(new ManualClock());

    @Test
    void aLevelIsWrittenToTheMetabaseAndReplacesTheOneOfItsKind() {
        gate.bind(metabase);
        assertEquals("Events of SMTP/Protocol are now logged up to diagnostic level 3.", ok(admin.level("SMTP/Protocol", "3")));
        assertEquals("Events of Queue are now logged from WARNING on.", ok(admin.level("Queue", "warning")));
        assertEquals(List.of(new Level("SMTP/Protocol", "3"), new Level("Queue", "WARNING")), ok(admin.levels()));
        ok(admin.level("smtp/protocol", "5"));
        ok(admin.level("smtp/protocol", "ERROR"));
        assertEquals(Optional.of(new Value.Texts(List.of("Queue=WARNING", "smtp/protocol=5", "smtp/protocol=ERROR"))), value());
        ok(admin.level("SMTP/Protocol", "default"));
        assertEquals(List.of(new Level("Queue", "WARNING")), ok(admin.levels()));
        assertEquals(5, events.types().stream().filter(AdminEvent.EVENT_LEVEL_SET::equals).count());
        assertEquals(Optional.of(new Value.Text("org.waypost.eventlog")), metabase.read(KEY).orElseThrow().value(Metabase.KEY_TYPE));
    }

    @Test
    void whatIsSetAsOneTextIsReadAsSeveral() {
        gate.bind(metabase);
        metabase.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR,
                List.of(new Edit.Set(KEY, "levels", new Value.Text("SMTP=3, Queue=ERROR"), Optional.empty()))));
        assertEquals(List.of(new Level("SMTP", "3"), new Level("Queue", "ERROR")), ok(admin.levels()));
    }

    @Test
    void whatIsNoLevelIsRefusedAndWritesNothing() {
        gate.bind(metabase);
        for (String[] bad : new String[][] {{"SMTP", "6"}, {"SMTP", "loud"}, {"SMTP=1,Queue", "1"}, {"", "1"}, {"a/b/c", "1"}}) {
            assertTrue(reason(admin.level(bad[0], bad[1])).endsWith("Nothing was changed."), bad[0] + " " + bad[1]);
        }
        assertEquals(Optional.empty(), value());
    }

    @Test
    void aServiceThatIsAwayIsTold() {
        assertTrue(reason(admin.level("SMTP", "3")).startsWith("The metabase is stopped or being replaced"));
        assertTrue(reason(admin.list(EventQuery.newest(1))).startsWith("The event log is stopped or being replaced"));
    }

    @Test
    void aTailGoesOnOverAReplacementAndEndsWhenClosed() {
        MemoryViewer before = new MemoryViewer();
        MemoryViewer after = new MemoryViewer();
        List<LoggedEvent> heard = new ArrayList<>();
        admin.came(before);
        EventViewer.Tail tail = ok(admin.tail(heard::add));
        before.tell();
        admin.went(before);
        assertTrue(before.listeners.isEmpty());
        admin.came(after);
        after.tell();
        assertEquals(2, heard.size());
        tail.close();
        assertTrue(after.listeners.isEmpty());
    }

    private Optional<Value> value() {
        return metabase.read(KEY).flatMap(view -> view.value("levels"));
    }

    private static <T> T ok(Answer<T> answer) {
        assertInstanceOf(Answer.Ok.class, answer, answer::toString);
        return ((Answer.Ok<T>) answer).value();
    }

    private static String reason(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).reason();
    }

    private static final class MemoryViewer implements EventViewer {
        private final List<Listener> listeners = new ArrayList<>();

        private void tell() {
            LoggedEvent event = new LoggedEvent(Instant.EPOCH, "Admin", 1, "", "", AdminEvent.EVENT_LEVEL_SET.severity(), 1, "x", List.of(), 0);
            List.copyOf(listeners).forEach(listener -> listener.logged(event));
        }

        @Override
        public List<LoggedEvent> list(EventQuery query) {
            return List.of();
        }

        @Override
        public Tail tail(Listener listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public List<CataloguedEvent> catalogue() {
            return List.of();
        }
    }
}
