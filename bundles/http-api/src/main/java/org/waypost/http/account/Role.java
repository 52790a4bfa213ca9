package org.waypost.http.account;

import java.util.Optional;

/** What somebody may do; each may also do what those before it may. */
public enum Role {
    /** See everything. */
    READ("viewer"),
    /** Act on mail: retry, freeze, delete, start, stop. */
    OPERATE("manager"),
    /** Change settings and tokens. */
    ADMINISTER("admin");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** What a role of Karaf's realm gives. Empty if nothing. */
    static Optional<Role> ofRealm(String name) {
        for (Role role : values()) {
            if (role.group.equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
