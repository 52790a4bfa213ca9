package org.waypost.admin.shell.metabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Printed;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TextFile;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

class MetabaseViewTest {
    private static final MetabaseKey ABOVE = MetabaseKey.of("/LM/SmtpSvc");
    private static final MetabaseKey KEY = ABOVE.child("default");
    private static final Instant UNTIL = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void eachPropertyTellsWhereItIsFromAndWhoHasTheSay() throws Exception {
        String shown = Printed.by(out -> MetabaseView.properties(view(), Optional.empty(), out));
        assertTrue(line(shown, "maxErrors").matches(".*20 .*number.*/LM/SmtpSvc .*"), shown);
        assertTrue(line(shown, "bindings").matches(".*127.0.0.1:25, \\[::1]:25.*texts.*here.*cn=default,cn=SMTP.*2026-01-01 12:00:00Z.*"), shown);
        assertTrue(line(shown, "password").contains("***"), shown);
        assertFalse(shown.contains("sesame"), shown);
        String one = Printed.by(out -> MetabaseView.properties(view(), Optional.of("maxErrors"), out));
        assertFalse(one.contains("bindings"), one);
        assertThrows(Refusal.class, () -> Printed.by(out -> MetabaseView.properties(view(), Optional.of("nothing"), out)));
    }

    @Test
    void childrenAreWholeKeys() throws Exception {
        assertEquals("/LM/SmtpSvc/default/Domain\n", Printed.by(out -> MetabaseView.children(view(), out)));
    }

    @Test
    void changesArePrintedWithOwnPropertiesUntilTheCount() throws Exception {
        String shown = Printed.by(out -> {
            ChangePrinter printer = new ChangePrinter(false, out);
            printer.changed(new MetabaseAdmin.Change(KEY, Optional.of(view())));
            printer.changed(new MetabaseAdmin.Change(ABOVE, Optional.empty()));
            printer.changed(new MetabaseAdmin.Change(ABOVE, Optional.empty()));
            printer.print(2);
        });
        assertEquals(List.of("/LM/SmtpSvc/default", "  bindings = 127.0.0.1:25, [::1]:25", "  password = ***", "/LM/SmtpSvc is gone"),
                shown.lines().toList());
    }

    @Test
    void aShellThatCannotFollowIsTold() throws Exception {
        String shown = Printed.by(out -> {
            ChangePrinter printer = new ChangePrinter(false, out);
            for (int i = 0; i < 1007; i++) {
                printer.changed(new MetabaseAdmin.Change(KEY, Optional.empty()));
            }
            printer.print(1);
        });
        assertTrue(shown.contains("(7 further changes came too fast to be shown)"), shown);
    }

    @Test
    void versionsAreListed() throws Exception {
        String shown = Printed.by(out -> MetabaseView.history(
                List.of(new Metabase.Version(41, UNTIL, MetabaseWrite.Writer.REPLICATION, "/LM/SmtpSvc")), out));
        assertTrue(shown.contains("41") && shown.contains("REPLICATION") && shown.contains("2026-01-01 12:00:00Z"), shown);
    }

    @Test
    void aFileIsNeverOverwritten(@TempDir Path folder) throws Exception {
        String file = folder.resolve("m.txt").toString();
        TextFile.create(file, "one");
        assertThrows(Refusal.class, () -> TextFile.create(file, "two"));
        assertEquals("one", TextFile.read(file));
        assertThrows(Refusal.class, () -> TextFile.read(folder.resolve("none").toString()));
        Files.write(folder.resolve("m.bin"), new byte[] {(byte) 0xFF});
        assertThrows(Refusal.class, () -> TextFile.read(folder.resolve("m.bin").toString()));
    }

    private static KeyView view() {
        TreeMap<String, Property> properties = new TreeMap<>();
        properties.put("maxErrors", new Property(new Value.Number(20), ABOVE, Optional.empty(), Optional.empty()));
        properties.put("bindings", new Property(new Value.Texts(List.of("127.0.0.1:25", "[::1]:25")), KEY,
                Optional.of("cn=default,cn=SMTP"), Optional.of(UNTIL)));
        properties.put("password", new Property(new Value.Secret("sesame"), KEY, Optional.empty(), Optional.empty()));
        return new KeyView(KEY, properties, new TreeSet<>(List.of("Domain")));
    }

    private static String line(String shown, String part) {
        return shown.lines().filter(line -> line.contains(part)).findFirst().orElse("");
    }
}
