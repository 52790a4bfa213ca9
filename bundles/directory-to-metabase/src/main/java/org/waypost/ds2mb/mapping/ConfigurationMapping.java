package org.waypost.ds2mb.mapping;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;

/** All kinds of objects that are replicated, found by their object class wherever they stand below the configuration. */
public final class ConfigurationMapping {
    static final String SERVER = "msExchExchangeServer";
    private static final List<ObjectMapping> KINDS =
            List.of(new VirtualServerMapping(), new ConnectorMapping(), new PolicyMapping(), new UpdateServiceMapping());

    private ConfigurationMapping() {}

    /** Finds all that is replicated, and the servers, by which a virtual server is known to be one of this server. */
    public static String filter() {
        return Filter.anyOf("objectClass", Stream.concat(Stream.of(SERVER), KINDS.stream().map(ObjectMapping::objectClass)).toList());
    }

    /** Those that are read. */
    public static Set<String> attributes() {
        Set<String> attributes = new TreeSet<>(Set.of("objectClass"));
        KINDS.forEach(kind -> attributes.addAll(kind.attributes()));
        return Collections.unmodifiableSet(attributes);
    }

    /** What an entry stands for. */
    public static Reading read(Entry entry, Surroundings surroundings) {
        Optional<ObjectMapping> kind = KINDS.stream().filter(each -> entry.isA(each.objectClass())).findFirst();
        if (kind.isEmpty()) {
            return Reading.Understood.NOTHING;
        }
        try {
            LdapName name = Names.required("its name", entry.dn());
            return kind.get().read(entry, name, surroundings);
        } catch (IllegalArgumentException e) {
            return new Reading.Corrupt(e.getMessage());
        }
    }

    /** Whether a virtual server or a connector is one of the server. */
    public static boolean concerns(Entry entry, Surroundings surroundings) {
        try {
            return KINDS.stream().filter(each -> entry.isA(each.objectClass())).findFirst()
                    .map(kind -> kind.read(entry, Names.required("its name", entry.dn()), surroundings).own().isPresent()).orElse(false);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What a kind of object is called, for people. */
    public static String kind(Entry entry) {
        return Stream.concat(KINDS.stream().map(ObjectMapping::objectClass), Stream.of(SERVER)).filter(entry::isA)
                .collect(Collectors.joining(" "));
    }
}
