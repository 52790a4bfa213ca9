package org.waypost.admin.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.admin.LockdownAdmin.Closing;

class CloserTest {
    private static final Measure HOST = new Measure.Setting("some.cfg", "host", "127.0.0.1");

    private final MemoryBundles bundles = new MemoryBundles("b");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "host=0.0.0.0", "  host : 0.0.0.0\r\nport = 1\r\n", "# host = 127.0.0.1\n#host = 1\nport = 1", "host = 1\nhost = 2\n",
            "host = 1,\\\n    2,\\\n    3\nport = 1\n# host = 1,\n", "hosts = 1\nmy.host = 2\n", "port = 1\n\n\u00e9\u00ff\n", "host = 127.0.0.1\n"})
    void aSettingIsInForceAndComesBackToTheLastOctet(String before) throws IOException {
        write(before);
        closer().close("shell", HOST);
        assertEquals("127.0.0.1", settings().getProperty("host"));
        assertEquals(before.contains("port"), settings().containsKey("port"));
        assertTrue(closer().undo().get(0).closing().done());
        assertEquals(before, read());
    }

    @Test
    void whatWasBeforeAndAfterIsTold() throws IOException {
        write("host = 0.0.0.0\n");
        assertEquals("etc/some.cfg says host = 0.0.0.0", closer().close("shell", HOST));
        assertEquals("the bundle b runs", closer().close("b", new Measure.Stop("b")));
        assertEquals(List.of("the bundle b is stopped", "the bundle b runs", "etc/some.cfg says host = 127.0.0.1", "etc/some.cfg says host = 0.0.0.0"),
                closer().undo().stream().flatMap(one -> Stream.of(one.before(), one.after())).toList());
        write("");
        assertEquals("etc/some.cfg does not set it", closer().close("shell", HOST));
    }

    @Test
    void whatSomebodyChangedSinceIsLeft() throws IOException {
        write("host = 0.0.0.0\n");
        closer().close("shell", HOST);
        write("host = 10.0.0.1\n# host = 127.0.0.1\n");
        Closing undone = closer().undo().get(0).closing();
        assertFalse(undone.done());
        assertTrue(undone.sentence().contains("etc/some.cfg has been changed since"), undone.sentence());
        assertEquals("host = 10.0.0.1\n# host = 127.0.0.1\n", read());
        assertEquals(List.of(), closer().undo());
    }

    @Test
    void anotherLineThatChangedSinceStays() throws IOException {
        write("host = 0.0.0.0\nport = 1\n");
        closer().close("shell", HOST);
        write(read().replace("port = 1", "port = 2"));
        closer().undo();
        assertEquals("host = 0.0.0.0\nport = 2\n", read());
    }

    @Test
    void stepsAreUndoneInReverse() throws IOException {
        write("host = 0.0.0.0\n");
        closer().close("shell", HOST);
        closer().close("b", new Measure.Stop("b"));
        write("host = 0.0.0.0\n");
        closer().close("shell", HOST);
        assertEquals(List.of(true, true, false), closer().undo().stream().map(one -> one.closing().done()).toList());
        assertEquals("host = 0.0.0.0\n", read());
        assertTrue(bundles.runs("b"));
    }

    @Test
    void whoMayReadAFileStaysAndWhatIsKeptIsNobodyElses() throws IOException {
        write("host = 0.0.0.0\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        closer().close("shell", HOST);
        assertEquals("rw-r-----", rights(file()));
        assertEquals("rw-------", rights(folder.resolve("lockdown")));
    }

    @Test
    void withoutItsFileNothingIsKept() throws IOException {
        assertThrows(IOException.class, () -> closer().close("shell", HOST));
        assertEquals(List.of(), closer().undo());
    }

    /** The power went between keeping and doing. */
    @Test
    void whatWasKeptAndNotDoneIsNoHarm() throws IOException {
        write("host = 0.0.0.0\n");
        closer().close("shell", HOST);
        write("host = 0.0.0.0\n");
        closer().undo();
        assertEquals("host = 0.0.0.0\n", read());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Closer closer() {
        return new Closer(folder, folder.resolve("lockdown"), bundles);
    }

    private Path file() {
        return folder.resolve("some.cfg");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text, StandardCharsets.ISO_8859_1);
    }

    private String read() throws IOException {
        return Files.readString(file(), StandardCharsets.ISO_8859_1);
    }

    private Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(file())) {
            settings.load(in);
        }
        return settings;
    }
}
