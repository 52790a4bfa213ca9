package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.Entry;
import org.waypost.directory.ldap.Connection;

/** Fetches the rest of attributes that Active Directory gives in parts: {@code member;range=0-1499}, then 1500 and on. */
final class Ranges {
    private static final Pattern RANGED = Pattern.compile("(.+);range=(\\d+)-(\\d+|\\*)", Pattern.CASE_INSENSITIVE);

    private final Connection connection;

    Ranges(Connection connection) {
        this.connection = connection;
    }

    static boolean isPart(Entry entry) {
        return entry.attributes().keySet().stream().anyMatch(name -> RANGED.matcher(name).matches());
    }

    /** The entry with all values of all its attributes. */
    Entry whole(Entry entry) throws LdapException {
        Map<String, List<String>> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, List<String>> attribute : entry.attributes().entrySet()) {
            Matcher ranged = RANGED.matcher(attribute.getKey());
            if (!ranged.matches()) {
                attributes.putIfAbsent(attribute.getKey(), attribute.getValue());
            } else {
                attributes.put(ranged.group(1), all(entry.dn(), ranged, attribute.getValue()));
            }
        }
        return new Entry(entry.dn(), entry.id(), attributes);
    }

    private List<String> all(String dn, Matcher first, List<String> values) throws LdapException {
        List<String> all = new ArrayList<>(values);
        String end = first.group(3);
        while (!"*".equals(end)) {
            Matcher next = null;
            for (Map.Entry<String, List<String>> attribute : part(dn, first.group(1), Long.parseLong(end) + 1).attributes().entrySet()) {
                Matcher ranged = RANGED.matcher(attribute.getKey());
                if (ranged.matches() && ranged.group(1).equalsIgnoreCase(first.group(1))) {
                    next = ranged;
                    all.addAll(attribute.getValue());
                }
            }
            // Members may have gone between two parts, so that there is no next one.
            end = next == null ? "*" : next.group(3);
        }
        return all;
    }

    private Entry part(String dn, String attribute, long from) throws LdapException {
        return BaseRead.read(connection, dn, Set.of(attribute + ";range=" + from + "-*"))
                .orElseThrow(() -> new LdapException(dn + " is gone while its values are read"));
    }
}
