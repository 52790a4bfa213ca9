package org.waypost.testkit.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.DirectoryWrite.Assertion;

/**
 * The people of one test, as writes and as LDIF.
 *
 * @param container DN of what they stand below
 * @param classes object classes of each
 */
record People(String container, List<String> classes) {
    DirectoryWrite add(String name) {
        return new DirectoryWrite.Add(dn(name), Map.of("objectClass", classes, "cn", List.of(name), "sn", List.of("Person")));
    }

    DirectoryWrite replace(String name, List<String> values, List<String> expected) {
        return new DirectoryWrite.Replace(dn(name), Map.of("l", values), Optional.of(new Assertion("l", expected)));
    }

    String dn(String name) {
        return "cn=" + name + "," + container;
    }

    String person(String name, String... attributes) {
        return "dn: " + dn(name) + "\n" + body(name, attributes);
    }

    String body(String name, String... attributes) {
        StringBuilder lines = new StringBuilder();
        classes.forEach(type -> lines.append("objectClass: ").append(type).append('\n'));
        lines.append("cn: ").append(name).append("\nsn: Person\n");
        List.of(attributes).forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    String change(String name, String attribute, String value) {
        return "dn: " + dn(name) + "\nchangetype: modify\nreplace: " + attribute + "\n" + attribute + ": " + value + "\n";
    }
}
