package org.waypost.ds2mb.mapping;

import java.util.Set;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;

/** What one kind of object stands for. */
interface ObjectMapping {
    String objectClass();

    /** Those it reads. */
    Set<String> attributes();

    /**
     * @param name of the entry
     * @throws IllegalArgumentException with the cause for people, if the object is corrupt
     */
    Reading.Understood read(Entry entry, LdapName name, Surroundings surroundings);
}
