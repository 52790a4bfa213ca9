package org.waypost.directory.ldap;

import java.time.Duration;
import org.waypost.directory.Search.Role;

/**
 * How the directory is asked.
 *
 * @param serverName the {@code cn} of this server's object in it
 * @param bases a DN for each role
 * @param foreign whether others keep its entries
 */
public record DirectorySettings(String serverName, Bases bases, Foreign foreign, ConnectionSettings connection, PoolSettings pool) {

    /** Where the entries of a role begin. */
    public record Bases(String configuration, String recipients, String globalCatalog) {
        public String of(Role role) {
            return switch (role) {
                case CONFIGURATION -> configuration;
                case DOMAIN -> recipients;
                case GLOBAL_CATALOG -> globalCatalog;
            };
        }
    }

    /** What an administrator said of whose directory it is. */
    public enum Foreign {
        /** It is ours if it is the embedded one. */
        AUTO,
        TRUE,
        FALSE
    }

    /**
     * @param connections most of them to one server for requests, 1 or more
     * @param scans most of them to one server for searches of many entries, 1 or more
     * @param waiting most requests that wait for a connection, 1 or more
     * @param pageSize entries in one page of a search, 1 to 1000, which is the limit of Active Directory
     * @param longestPause between two probes of a server that is down
     * @param pollInterval between comparisons with servers that cannot notify of changes
     */
    public record PoolSettings(int connections, int scans, int waiting, int pageSize, Duration longestPause, Duration pollInterval) {}
}
