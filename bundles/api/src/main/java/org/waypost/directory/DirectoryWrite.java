package org.waypost.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One change of one entry; LDAP makes it whole or not at all. */
public sealed interface DirectoryWrite {
    String dn();

    /** A new entry. Its name is a reservation: of two who add one name, one gets {@link WriteResult.Exists}. */
    record Add(String dn, Map<String, List<String>> attributes) implements DirectoryWrite {
        public Add {
            Objects.requireNonNull(dn);
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * Attributes get these values instead of theirs; an empty list removes an attribute.
     *
     * @param assertions what the entry must still have when it is written, each of another attribute; empty: nothing
     */
    record Replace(String dn, Map<String, List<String>> attributes, List<Assertion> assertions) implements DirectoryWrite {
        public Replace {
            Objects.requireNonNull(dn);
            attributes = Map.copyOf(attributes);
            assertions = List.copyOf(assertions);
        }

        /** On one condition at most. */
        public Replace(String dn, Map<String, List<String>> attributes, Optional<Assertion> assertion) {
            this(dn, attributes, assertion.stream().toList());
        }
    }

    /**
     * An entry goes, and nothing below it may be there.
     *
     * @param assertions what the entry must have when it is deleted: these values and no others; empty: anything. LDAP knows no
     *     deletion on condition without the assertion control (RFC 4528), which OpenLDAP has, and Active Directory, Samba and ApacheDS
     *     have not: there the entry is compared just before, and what somebody changes in the moment between goes with it
     */
    record Delete(String dn, List<Assertion> assertions) implements DirectoryWrite {
        public Delete {
            Objects.requireNonNull(dn);
            assertions = List.copyOf(assertions);
        }

        /** On no condition. */
        public Delete(String dn) {
            this(dn, List.of());
        }
    }

    /**
     * An attribute that must still have these values when the entry is written. A value that somebody else added
     * beside them meanwhile may survive a replacement.
     *
     * @param values empty: it must be absent
     */
    record Assertion(String attribute, List<String> values) {
        public Assertion {
            Objects.requireNonNull(attribute);
            values = List.copyOf(values);
        }
    }
}
