package org.waypost.testkit.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.DirectoryWrite.Replace;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;

/** An entry as {@link MemoryEntries} keeps it; never changed, only replaced. */
record StoredEntry(UUID id, com.unboundid.ldap.sdk.Entry content) {
    private static final String ID = "entryUUID";

    static StoredEntry of(UUID id, com.unboundid.ldap.sdk.Entry content) {
        com.unboundid.ldap.sdk.Entry copy = content.duplicate();
        copy.setAttribute(ID, id.toString());
        return new StoredEntry(id, copy);
    }

    static StoredEntry of(UUID id, String dn, Map<String, List<String>> attributes) {
        com.unboundid.ldap.sdk.Entry content = new com.unboundid.ldap.sdk.Entry(dn);
        attributes.forEach((name, values) -> content.addAttribute(new Attribute(name, values)));
        return of(id, content);
    }

    static DN dn(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new DirectoryRefusedException(e.getResultCode().intValue(), e.getMessage());
        }
    }

    StoredEntry with(Map<String, List<String>> replaced) {
        com.unboundid.ldap.sdk.Entry copy = content.duplicate();
        replaced.forEach((name, values) -> {
            copy.removeAttribute(name);
            if (!values.isEmpty()) {
                copy.addAttribute(new Attribute(name, values));
            }
        });
        return new StoredEntry(id, copy);
    }

    StoredEntry with(ModificationType type, String attribute, String... values) throws LDAPException {
        List<Modification> change = List.of(new Modification(type, attribute, values));
        return new StoredEntry(id, com.unboundid.ldap.sdk.Entry.applyModifications(content, false, change));
    }

    StoredEntry renamed(DN dn) {
        com.unboundid.ldap.sdk.Entry copy = content.duplicate();
        copy.setDN(dn);
        return new StoredEntry(id, copy);
    }

    boolean holds(Assertion assertion) {
        String[] values = content.getAttributeValues(assertion.attribute());
        return assertion.values().isEmpty() ? values == null
                : values != null && folded(Arrays.asList(values)).containsAll(folded(assertion.values()));
    }

    /** Also without other values. */
    boolean isExactly(Assertion assertion) {
        String[] values = content.getAttributeValues(assertion.attribute());
        return folded(values == null ? List.of() : Arrays.asList(values)).equals(folded(assertion.values()));
    }

    /** An asserted attribute changes by those values that differ. Empty if one that is to be added is there. */
    Optional<StoredEntry> with(Replace replace) {
        Map<String, List<String>> replaced = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        replaced.putAll(replace.attributes());
        List<Modification> changes = new ArrayList<>();
        replace.assertions().forEach(assertion -> {
            List<String> wanted = Optional.ofNullable(replaced.remove(assertion.attribute())).orElse(assertion.values());
            change(changes, ModificationType.DELETE, assertion.attribute(), assertion.values(), wanted);
            change(changes, ModificationType.ADD, assertion.attribute(), wanted, assertion.values());
        });
        try {
            return Optional.of(new StoredEntry(id, com.unboundid.ldap.sdk.Entry.applyModifications(content, false, changes)).with(replaced));
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    private static void change(List<Modification> changes, ModificationType type, String attribute, List<String> values, List<String> but) {
        List<String> left = new ArrayList<>(values);
        left.removeAll(but);
        if (!left.isEmpty()) {
            changes.add(new Modification(type, attribute, left.toArray(String[]::new)));
        }
    }

    boolean isWithin(DN base, Search.Scope scope) {
        try {
            return switch (scope) {
                case BASE -> content.getParsedDN().equals(base);
                case ONE_LEVEL -> base.equals(content.getParentDN());
                case SUBTREE -> content.getParsedDN().isDescendantOf(base, true);
            };
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes empty for all user attributes */
    Entry read(Set<String> attributes) {
        Map<String, List<String>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        content.getAttributes().forEach(attribute -> found.put(attribute.getName(), List.of(attribute.getValues())));
        if (attributes.isEmpty()) {
            found.remove(ID);
        } else {
            Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            wanted.addAll(attributes);
            found.keySet().retainAll(wanted);
        }
        return new Entry(content.getDN(), id, found);
    }

    private static Set<String> folded(List<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
