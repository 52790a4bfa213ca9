package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.metabase.MetabaseKey;

/** A Recipient Update Service that this server runs: {@code /LM/RecipientUpdateService/NAME}. */
public final class UpdateServiceMapping implements ObjectMapping {
    private static final MetabaseKey SERVICES = MetabaseKey.of("/LM/RecipientUpdateService");
    private static final String PID = "org.waypost.policy.rus";
    private static final String SERVER = "waypostRusServer";
    private static final String BASE = "waypostRecipientBase";
    /** Below it the services keep how far they are. */
    private static final String TAKEN = "State";

    /** How the properties of a Recipient Update Service stand in the directory. */
    public static final ObjectTable TABLE = new ObjectTable(PID,
            new TextRule(BASE, "base", dn -> Names.required(BASE, dn).toString()),
            new TextRule("waypostDirectoryServer", "directoryServer", String::strip));

    @Override
    public String objectClass() {
        return "msExchAddressListService";
    }

    @Override
    public Set<String> attributes() {
        Set<String> attributes = new TreeSet<>(TABLE.attributes());
        attributes.add(SERVER);
        return attributes;
    }

    @Override
    public Understood read(Entry entry, LdapName name, Surroundings surroundings) {
        if (entry.value(SERVER).filter(surroundings.serverName()::equalsIgnoreCase).isEmpty()) {
            return Understood.NOTHING;
        }
        MetabaseKey key = Keys.below(SERVICES, entry);
        if (key.name().equals(TAKEN)) {
            throw new IllegalArgumentException("its name cannot be " + TAKEN + ", which the services' own state has");
        }
        return new Understood(Optional.of(Keys.own(key, PID, TABLE.read(entry, surroundings.schema()))), List.of(), List.of());
    }
}
