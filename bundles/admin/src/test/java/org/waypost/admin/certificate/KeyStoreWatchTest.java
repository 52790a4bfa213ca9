package org.waypost.admin.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.core.RecordedEvents;

class KeyStoreWatchTest {
    @TempDir
    private static Path made;
    @TempDir
    private Path etc;

    private final RecordedEvents events = new RecordedEvents();
    private final List<String> renewals = new ArrayList<>();
    private Path file;
    private KeyStoreFile settings;
    private KeyStoreWatch watch;

    @BeforeAll
    static void make() throws Exception {
        store("old", "waypost");
        store("new", "waypost");
        store("locked", "another");
    }

    private static void store(String name, String password) throws Exception {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "a",
                "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", made.resolve(name).toString(), "-storepass", password)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, keytool.waitFor());
    }

    @BeforeEach
    void begin() throws Exception {
        file = etc.resolve("console.p12");
        settings = new KeyStoreFile(file, "PKCS12", "waypost", "waypost");
        watch = new KeyStoreWatch(() -> Optional.of(settings), renewals::add, events);
        put("old");
        look(3);
        assertEquals(List.of(), renewals, "the one that the server began with");
    }

    private void put(String name) throws Exception {
        Files.copy(made.resolve(name), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    @Test
    void aChangedOneIsShownOnce() throws Exception {
        put("new");
        look(5);
        assertEquals(1, renewals.size());
        assertEquals(List.of(CertificateEvent.CONSOLE_RENEWED), events.types());
        put("old");
        look(5);
        assertEquals(2, renewals.stream().distinct().count(), renewals.toString());
    }

    @Test
    void oneThatIsBeingWrittenIsLeftAlone() throws Exception {
        byte[] all = Files.readAllBytes(made.resolve("new"));
        for (int end = 0; end < all.length; end += 100) {
            Files.write(file, Arrays.copyOf(all, end));
            watch.look();
        }
        assertEquals(List.of(), events.types());
        put("new");
        look(2);
        assertEquals(1, renewals.size());
    }

    @Test
    void oneThatCannotBeUsedIsReportedOnceAndTheOldOneStays() throws Exception {
        put("locked");
        look(5);
        Files.delete(file);
        look(5);
        assertEquals(List.of(), renewals);
        assertEquals(List.of(CertificateEvent.KEY_STORE_REFUSED, CertificateEvent.KEY_STORE_REFUSED), events.types());
        put("new");
        look(2);
        assertEquals(1, renewals.size());
    }

    @Test
    void withOtherSettingsTheServerReadsItByItself() throws Exception {
        put("locked");
        settings = new KeyStoreFile(file, "PKCS12", "another", "another");
        look(5);
        assertEquals(List.of(), renewals);
        assertEquals(List.of(), events.types());
    }
}
