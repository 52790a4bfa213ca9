package org.waypost.ds2mb.replica;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.ConfigurationMapping;
import org.waypost.ds2mb.mapping.Names;
import org.waypost.ds2mb.mapping.Reading;
import org.waypost.ds2mb.mapping.Reading.Corrupt;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.ds2mb.mapping.Surroundings;

/**
 * All objects read: what each stands for, by its current version or by its last good one.
 *
 * @param objects with their flaws, if they have any
 * @param readings of those that have a good version
 */
record Assessment(SortedMap<UUID, Held> objects, SortedMap<UUID, Understood> readings) {
    /** The names of the objects that are this server. */
    static Set<LdapName> servers(Collection<Held> objects, String serverName) {
        return objects.stream().map(Held::current).filter(entry -> Surroundings.isServer(entry, serverName))
                .map(entry -> Names.parse(entry.dn())).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    static Assessment of(SortedMap<UUID, Held> seen, Function<Entry, Reading> reader, Instant now) {
        Assessment assessment = new Assessment(new TreeMap<>(), new TreeMap<>());
        seen.forEach((id, held) -> assessment.add(id, held, reader, now));
        return assessment;
    }

    private void add(UUID id, Held held, Function<Entry, Reading> reader, Instant now) {
        Reading reading = reader.apply(held.current());
        if (reading instanceof Understood understood) {
            objects.put(id, held.accepted());
            readings.put(id, understood);
            return;
        }
        Held rejected = held.rejected(((Corrupt) reading).cause(), now);
        Optional<Understood> before = rejected.good().map(reader).filter(Understood.class::isInstance).map(Understood.class::cast);
        objects.put(id, before.isPresent() ? rejected : rejected.withoutGood());
        before.ifPresent(understood -> readings.put(id, understood));
    }

    /** The version whose properties are in force. */
    Entry inForce(UUID id) {
        return objects.get(id).good().orElseThrow();
    }

    /** How an object is read: by the mapping, unless the metabase refused that very version of it. */
    static Function<Entry, Reading> reader(SortedMap<UUID, Held> objects, String serverName, Surroundings.SchemaLookup schema,
            Refusals refusals) {
        Surroundings surroundings = new Surroundings(serverName, servers(objects.values(), serverName), schema);
        return entry -> refusals.of(entry).<Reading>map(Corrupt::new).orElseGet(() -> ConfigurationMapping.read(entry, surroundings));
    }
}
