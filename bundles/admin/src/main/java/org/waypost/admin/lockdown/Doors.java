package org.waypost.admin.lockdown;

import java.util.Map;

/**
 * Who listens, by the settings in force.
 *
 * @param sockets by port
 * @param within what is reached by another's port, by that port
 */
public record Doors(Map<Integer, Owner> sockets, Map<Integer, Owner> within) {
    public Doors {
        sockets = Map.copyOf(sockets);
        within = Map.copyOf(within);
    }
}
