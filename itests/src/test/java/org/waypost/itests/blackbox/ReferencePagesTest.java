package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.waypost.itests.harness.Checkout;

/** {@code docs/configuration.md} says of each key just what its metatype says. */
class ReferencePagesTest {
    @Test
    void everyKeyStandsOnTheConfigurationPage() throws Exception {
        String page = Files.readString(Checkout.script().resolveSibling("docs/configuration.md"));
        List<String> rows = new ArrayList<>();
        for (Path jar : Checkout.bundles()) {
            rows.addAll(rows(jar));
        }
        assertFalse(rows.isEmpty());
        assertEquals(List.of(), rows.stream().filter(row -> !page.contains(row)).toList());
    }

    private static List<String> rows(Path jar) throws Exception {
        List<String> rows = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> e.getName().matches("OSGI-INF/metatype/.*\\.xml")).toList()) {
                rows.addAll(rows(file, entry));
            }
        }
        return rows;
    }

    private static List<String> rows(JarFile file, JarEntry entry) throws Exception {
        List<String> rows = new ArrayList<>();
        NodeList keys;
        try (InputStream xml = file.getInputStream(entry)) {
            keys = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getElementsByTagName("AD");
        }
        for (int i = 0; i < keys.getLength(); i++) {
            rows.add(row((Element) keys.item(i)));
        }
        return rows;
    }

    private static String row(Element key) throws IOException {
        String value = key.getAttribute("default").replace("\\,", ",");
        return "| `" + key.getAttribute("id") + "` | " + (value.isEmpty() ? "" : "`" + value + "`") + " | "
                + key.getAttribute("description").replace("|", "\\|") + " |";
    }
}
