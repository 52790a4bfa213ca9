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

    record Delete(String dn) implements DirectoryWrite {
        public Delete {
            Objects.requireNonNull(dn);
        }
    }

    /**
     * An attribute that must still have these values when the entry is written. A value that somebody else added
     * beside them meanwhile may survive the change.
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
