package org.waypost.ds2mb.mapping;

import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Distinguished names (RFC 4514). */
public final class Names {
    private Names() {}

    /** Empty if it cannot be read. */
    public static Optional<LdapName> parse(String dn) {
        try {
            return Optional.of(new LdapName(dn));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    /** The value of its first part. Empty if it has none that is text. */
    public static Optional<String> nameOf(String dn) {
        return parse(dn).filter(name -> !name.isEmpty()).map(name -> name.getRdn(name.size() - 1)).map(Rdn::getValue)
                .filter(String.class::isInstance).map(String.class::cast);
    }

    /** The name that something below {@code from} has when that becomes {@code to}. Unchanged if it is not below it. */
    public static String moved(String dn, String from, String to) {
        Optional<LdapName> name = parse(dn);
        Optional<LdapName> base = parse(from);
        Optional<LdapName> target = parse(to);
        if (name.isEmpty() || base.isEmpty() || target.isEmpty() || !name.get().startsWith(base.get())) {
            return dn;
        }
        LdapName moved = (LdapName) target.get().clone();
        name.get().getRdns().stream().skip(base.get().size()).forEach(moved::add);
        return moved.toString();
    }

    /** @throws IllegalArgumentException that says what it is the value of */
    static LdapName required(String attribute, String dn) {
        return parse(dn).orElseThrow(() -> new IllegalArgumentException(attribute + ": \"" + dn + "\" is no distinguished name"));
    }
}
