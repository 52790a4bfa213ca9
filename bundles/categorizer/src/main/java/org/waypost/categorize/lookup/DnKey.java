package org.waypost.categorize.lookup;

import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** A distinguished name to compare by: without regard to case and to spaces between its parts (RFC 4517 4.2.15). */
public record DnKey(Object name) {
    public static DnKey of(String dn) {
        try {
            return new DnKey(new LdapName(dn));
        } catch (InvalidNameException e) {
            return new DnKey(dn.toLowerCase(Locale.ROOT));
        }
    }
}
