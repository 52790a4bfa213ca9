package org.waypost.directory.embedded.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.directory.api.ldap.model.schema.AttributeType;
import org.apache.directory.api.ldap.model.schema.ObjectClass;
import org.apache.directory.api.ldap.model.schema.SchemaManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenLDAP file, the extension of Active Directory and docs/schema.md say the same. */
class SchemaFilesTest {
    private static final Path OPENLDAP = Path.of("src/main/schema/openldap/waypost.schema");
    private static final Path ACTIVE_DIRECTORY = Path.of("src/main/schema/ad/waypost-schema.ldif");
    private static final Path PAGE = Path.of("../../docs/schema.md");
    private static final Pattern DEFINITION = Pattern.compile("(attributetype|objectclass) \\( ([0-9.]+)\\s+NAME '(\\w+)'");
    private static final Map<String, String> SYNTAXES = Map.of("1.3.6.1.4.1.1466.115.121.1.15", "directory string",
            "1.3.6.1.4.1.1466.115.121.1.12", "DN", "1.3.6.1.4.1.1466.115.121.1.7", "boolean",
            "1.3.6.1.4.1.1466.115.121.1.27", "integer", "1.3.6.1.4.1.1466.115.121.1.40", "octet string");
    private static final Map<String, String> ACTIVE_DIRECTORY_SYNTAXES = Map.of("2.5.5.12", "directory string", "2.5.5.4",
            "directory string", "2.5.5.1", "DN", "2.5.5.7", "DN", "2.5.5.8", "boolean", "2.5.5.9", "integer", "2.5.5.10",
            "octet string");
    /** Exchange has one binary value there. */
    private static final String SINGLE_IN_ACTIVE_DIRECTORY = "msExchSmtpRelayIpList";

    private static SchemaManager schemas;

    @BeforeAll
    static void load(@TempDir Path folder) throws Exception {
        schemas = Schemas.load(folder);
    }

    @Test
    void thePageListsEveryAttributeAsItIsDefined() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (String name : defined("attributetype")) {
            AttributeType type = schemas.lookupAttributeTypeRegistry(name);
            expected.put(name, type.getOid() + " " + SYNTAXES.get(type.getSyntaxOid()) + " "
                    + (type.isSingleValued() ? "single" : "multi"));
        }
        Map<String, String> listed = new TreeMap<>();
        rows("## Attributes", "## Object classes").forEach((name, cells) ->
                listed.put(name, cells[2] + " " + cells[4] + " " + cells[5].split(" ")[0]));
        assertEquals(expected, listed);
    }

    @Test
    void thePageListsEveryClassAsItIsDefined() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (String name : defined("objectclass")) {
            ObjectClass type = schemas.lookupObjectClassRegistry(name);
            expected.put(name, type.getOid() + " " + type.getType().name().toLowerCase() + " `" + type.getSuperiorOids().get(0) + "`");
        }
        Map<String, String> listed = new TreeMap<>();
        rows("## Object classes", "\0").forEach((name, cells) -> listed.put(name, cells[2] + " " + cells[4] + " " + cells[5]));
        assertEquals(expected, listed);
    }

    @Test
    void activeDirectoryIsExtendedByTheSameDefinitions() throws Exception {
        Set<String> added = new HashSet<>();
        for (String entry : Files.readString(ACTIVE_DIRECTORY).split("\n\n")) {
            Map<String, String> values = values(entry);
            String name = values.get("lDAPDisplayName");
            if (values.containsKey("attributeID")) {
                AttributeType type = schemas.lookupAttributeTypeRegistry(name);
                assertEquals(type.getOid(), values.get("attributeID"), name);
                assertEquals(SYNTAXES.get(type.getSyntaxOid()), ACTIVE_DIRECTORY_SYNTAXES.get(values.get("attributeSyntax")), name);
                assertEquals(type.isSingleValued() || name.equals(SINGLE_IN_ACTIVE_DIRECTORY),
                        Boolean.parseBoolean(values.get("isSingleValued")), name);
            } else if (values.containsKey("governsID")) {
                ObjectClass type = schemas.lookupObjectClassRegistry(name);
                assertEquals(type.getOid(), values.get("governsID"), name);
                assertEquals(type.getSuperiorOids().get(0), values.get("subClassOf"), name);
            }
            added.add(name);
        }
        assertEquals(missingInActiveDirectory(), added.stream().filter(name -> name != null).collect(Collectors.toSet()));
    }

    @Test
    void identifiersAreUnique() throws IOException {
        Set<String> seen = new HashSet<>();
        Matcher matcher = DEFINITION.matcher(Files.readString(OPENLDAP));
        while (matcher.find()) {
            assertTrue(seen.add(matcher.group(2)), matcher.group(2));
        }
    }

    /** Everything but what the page says Active Directory has. */
    private static Set<String> missingInActiveDirectory() throws IOException {
        Map<String, String[]> all = new TreeMap<>(rows("## Attributes", "## Object classes"));
        all.putAll(rows("## Object classes", "\0"));
        all.values().removeIf(cells -> cells[3].equals("Active Directory"));
        return all.keySet();
    }

    private static Set<String> defined(String kind) throws IOException {
        return DEFINITION.matcher(Files.readString(OPENLDAP)).results().filter(result -> result.group(1).equals(kind))
                .map(result -> result.group(3)).collect(Collectors.toSet());
    }

    /** Cells of the rows of a table, by the name in the first; the cell before it is empty. */
    private static Map<String, String[]> rows(String from, String to) throws IOException {
        String page = Files.readString(PAGE);
        int end = page.indexOf(to);
        return page.substring(page.indexOf(from), end < 0 ? page.length() : end).lines()
                .filter(line -> line.startsWith("| `")).map(line -> line.split(" *\\| *"))
                .collect(Collectors.toMap(cells -> cells[1].replace("`", ""), cells -> cells));
    }

    private static Map<String, String> values(String entry) {
        return entry.lines().filter(line -> line.matches("\\w+: .*"))
                .collect(Collectors.toMap(line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 2), (first, further) -> first));
    }
}
