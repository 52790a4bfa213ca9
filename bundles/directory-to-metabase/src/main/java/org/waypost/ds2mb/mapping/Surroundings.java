package org.waypost.ds2mb.mapping;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.metabase.PropertySchema;

/**
 * What an object is read in.
 *
 * @param serverName the {@code cn} of this server's own object
 * @param servers the names of the objects that are this server: one, unless the directory is in error
 * @param schema what a property may be, if that is known
 */
public record Surroundings(String serverName, Set<LdapName> servers, SchemaLookup schema) {
    public Surroundings {
        Objects.requireNonNull(serverName);
        servers = Set.copyOf(servers);
        Objects.requireNonNull(schema);
    }

    /** Whether the entry is the object of this server. */
    public static boolean isServer(Entry entry, String serverName) {
        return entry.isA(ConfigurationMapping.SERVER) && Names.nameOf(entry.dn()).filter(serverName::equalsIgnoreCase).isPresent();
    }

    /** Whether a name is this server's, or lies below it. */
    boolean isOwn(LdapName name) {
        return servers.stream().anyMatch(name::startsWith);
    }

    /** Finds the schema of a property by pid and name. */
    @FunctionalInterface
    public interface SchemaLookup {
        Optional<PropertySchema> schema(String pid, String property);
    }
}
