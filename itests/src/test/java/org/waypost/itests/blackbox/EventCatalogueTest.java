package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waypost.event.EventType;
import org.waypost.itests.harness.Checkout;

/**
 * Operators build alarms on event ids, so an id keeps its meaning for ever. The events of all bundles
 * are held against {@code event-catalogue.txt}: a new event adds a line; no line is ever removed or
 * changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventCatalogueTest {
    private final List<EventType> events = new ArrayList<>();
    private URLClassLoader loader;

    @BeforeAll
    void readAllBundles() throws Exception {
        List<URL> jars = new ArrayList<>();
        for (Path jar : Checkout.bundles()) {
            jars.add(jar.toUri().toURL());
        }
        loader = new URLClassLoader(jars.toArray(URL[]::new), EventType.class.getClassLoader());
        for (Path jar : Checkout.bundles()) {
            readEvents(jar);
        }
    }

    @AfterAll
    void close() throws IOException {
        loader.close();
    }

    @Test
    void idsAreUniqueInTheirSource() {
        List<String> ids = events.stream().map(event -> event.source() + " " + event.id()).sorted().toList();
        Set<String> twice = new TreeSet<>(ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).toList());
        assertEquals(Set.of(), twice);
    }

    @Test
    void theCatalogueIsWhatTheBundlesReport() throws IOException {
        Set<String> reported = new TreeSet<>();
        events.forEach(event -> reported.add(event.source() + " " + event.id() + " " + event));
        Set<String> catalogued = catalogue();
        Set<String> gone = new TreeSet<>(catalogued);
        gone.removeAll(reported);
        assertEquals(Set.of(), gone, "removed or renamed; an id once given away is never used for anything else");
        reported.removeAll(catalogued);
        assertEquals(Set.of(), reported, "new: add these lines to event-catalogue.txt");
    }

    @Test
    void everyEventSaysWhatHappened() {
        assertFalse(events.isEmpty());
        for (EventType event : events) {
            String name = event.source() + " " + event.id();
            assertTrue(event.id() >= 1 && event.id() <= 65535, name);
            assertFalse(event.text().isBlank(), name);
            assertFalse(event.category().isBlank(), name);
            assertTrue(event.severity() != null, name);
        }
    }

    private void readEvents(Path jar) throws IOException, ClassNotFoundException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(EventCatalogueTest::mayBeEvents).toList()) {
                Class<?> type = loader.loadClass(entry.getName().replace('/', '.').replace(".class", ""));
                if (type.isEnum() && EventType.class.isAssignableFrom(type)) {
                    for (Object constant : type.getEnumConstants()) {
                        events.add((EventType) constant);
                    }
                }
            }
        }
    }

    // Classes that need a library cannot be loaded here, and are no events; events are named so in every bundle.
    private static boolean mayBeEvents(JarEntry entry) {
        return entry.getName().matches("org/waypost/.*Events?\\.class");
    }

    private static Set<String> catalogue() throws IOException {
        try (InputStream in = EventCatalogueTest.class.getResourceAsStream("/event-catalogue.txt")) {
            Set<String> lines = new TreeSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> lines.add(line.trim()));
            return lines;
        }
    }
}
