package org.waypost.link.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Things by their distinguished names (RFC 4514), which compare without regard to case and to the way they are written.
 *
 * @param <T> what is named
 */
final class DistinguishedNames<T> {
    private final Map<LdapName, T> named = new HashMap<>();

    /** Nothing happens if the name is none: it could not be found anyway. */
    void put(String dn, T thing) {
        parse(dn).ifPresent(name -> named.put(name, thing));
    }

    Optional<T> at(String dn) {
        return parse(dn).map(named::get);
    }

    /** What has that name, or the nearest name above it: a virtual server stands for its server. */
    Optional<T> atOrAbove(String dn) {
        return parse(dn).flatMap(name -> {
            for (int length = name.size(); length > 0; length--) {
                T found = named.get((LdapName) name.getPrefix(length));
                if (found != null) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<LdapName> parse(String dn) {
        try {
            return Optional.of(new LdapName(dn));
        } catch (InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
