package org.waypost.metabase.etc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;
import org.waypost.metabase.schema.Attribute;
import org.waypost.metabase.schema.Attribute.Kind;
import org.waypost.metabase.schema.KeyType;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.store.MetabaseEvent;
import org.waypost.testkit.metabase.MemoryMetabase;

class EtcFolderTest implements EventLog {
    private record Event(EventType type, List<String> parameters) {}

    private static final KeyTypes TYPES = pid -> Optional.of(new KeyType(pid, false, Map.of("rounds", new Attribute(
            new PropertySchema("rounds", "number", Optional.empty(), Optional.empty(), List.of(), "", ""), Kind.INTEGER))));

    private final List<Event> events = new ArrayList<>();
    private final Metabase metabase = new MemoryMetabase();
    @TempDir
    private Path etc;
    private EtcFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new EtcFolder(etc, this);
        Files.writeString(etc.resolve("org.waypost.dns.cfg"), "# comment\nrounds = 3\nservers = 127.0.0.1,\\\n  ::1\n");
        Files.writeString(etc.resolve("org.waypost.smtp.server-mail.cfg"), "name = other\nbindings=127.0.0.1:25\n");
        Files.writeString(etc.resolve("org.waypost.smtp.server-default.cfg"), "bindings=127.0.0.1:2525\n");
        Files.writeString(etc.resolve("org.waypost.future.cfg"), "");
        Files.writeString(etc.resolve("org.waypost.directory.cfg"), "servers = ldap://127.0.0.1\n");
        Files.writeString(etc.resolve("org.apache.karaf.shell.cfg"), "sshPort = 1\n");
    }

    @Test
    void settingsAreTakenOverOnce() throws IOException {
        folder.takeOver(metabase, TYPES);
        assertEquals(Optional.of(new Value.Number(3)), value("/LM/Dns", "rounds"));
        assertEquals(Optional.of(new Value.Text("127.0.0.1,::1")), value("/LM/Dns", "servers"));
        assertEquals(Optional.of(new Value.Text("org.waypost.dns")), value("/LM/Dns", Metabase.KEY_TYPE));
        assertEquals(Optional.of(new Value.Text("127.0.0.1:25")), value("/LM/SmtpSvc/other", "bindings"));
        assertEquals(Optional.of(new Value.Text("org.waypost.smtp.server")), value("/LM/SmtpSvc/default", Metabase.KEY_TYPE));
        assertEquals(Optional.of(new Value.Text("org.waypost.future")), value("/LM/future", Metabase.KEY_TYPE));
        assertTrue(Files.exists(etc.resolve("imported/org.waypost.dns.cfg")));
        assertFalse(Files.exists(etc.resolve("org.waypost.dns.cfg")));
        assertTrue(Files.exists(etc.resolve("org.waypost.directory.cfg")));
        assertEquals(4, events.stream().filter(event -> event.type() == MetabaseEvent.IMPORTED).count());
        Files.writeString(etc.resolve("org.waypost.dns.cfg"), "rounds = 4\n");
        folder.takeOver(metabase, TYPES);
        assertEquals(Optional.of(new Value.Number(3)), value("/LM/Dns", "rounds"));
    }

    @Test
    void aStrayFileIsNamedOnceWithWhatSetsIt() throws IOException {
        folder.takeOver(metabase, TYPES);
        events.clear();
        folder.look();
        assertEquals(List.of(), events);
        Path stray = etc.resolve("org.waypost.smtp.server-default.cfg");
        Files.writeString(stray, "bindings=127.0.0.1:26\n");
        folder.look();
        folder.look();
        assertEquals(List.of(new Event(MetabaseEvent.STRAY_FILE,
                List.of(stray.toString(), "metabase:set /LM/SmtpSvc/default bindings \"127.0.0.1:26\""))), events);
        Files.delete(stray);
        folder.look();
        Files.writeString(stray, "\\u00zz=1\n");
        folder.look();
        assertEquals(2, events.size(), "it came back");
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheOthersAreTakenOver() throws IOException {
        Files.writeString(etc.resolve("org.waypost.dns.cfg"), "rounds = \\u00zz\n");
        folder.takeOver(metabase, TYPES);
        assertEquals(1, events.stream().filter(event -> event.type() == MetabaseEvent.IMPORT_FAILED).count());
        assertEquals(Optional.of(new Value.Text("127.0.0.1:25")), value("/LM/SmtpSvc/other", "bindings"));
        assertTrue(Files.exists(etc.resolve("org.waypost.dns.cfg")));
    }

    private Optional<Value> value(String key, String property) {
        return metabase.read(MetabaseKey.of(key)).flatMap(view -> view.value(property));
    }

    @Override
    public void report(EventType type, Object... parameters) {
        events.add(new Event(type, List.of(parameters).stream().map(String::valueOf).toList()));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new UnsupportedOperationException();
    }
}
