package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Reading.OwnKey;
import org.waypost.ds2mb.mapping.Reading.Route;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/**
 * An SMTP connector of which this server is a source bridgehead, or which names none: {@code /LM/Connectors/NAME}. With
 * a smart host it adds a route to it, the first if there are several, for each of its SMTP address spaces.
 */
public final class ConnectorMapping implements ObjectMapping {
    private static final MetabaseKey CONNECTORS = MetabaseKey.of("/LM/Connectors");
    private static final String BRIDGEHEADS = "msExchSourceBridgeheadServersDN";
    private static final String SMART_HOST = "msExchSmtpSmartHost";
    private static final String CREDENTIALS = "credentials";

    /** How a connector's properties stand in the directory. */
    public static final ObjectTable TABLE = new ObjectTable("",
            new TextsRule(AddressSpace.ATTRIBUTE, "addressSpaces", text -> AddressSpace.parse(text).toString()),
            new NumberRule("cost", "cost", 1, 100),
            new TextRule(SMART_HOST, "smartHost", text -> SmartHosts.required(SMART_HOST, text)));

    @Override
    public String objectClass() {
        return "msExchRoutingSMTPConnector";
    }

    @Override
    public Set<String> attributes() {
        Set<String> attributes = new TreeSet<>(TABLE.attributes());
        attributes.add(BRIDGEHEADS);
        return attributes;
    }

    @Override
    public Understood read(Entry entry, LdapName name, Surroundings surroundings) {
        List<LdapName> bridgeheads = entry.values(BRIDGEHEADS).stream().map(dn -> Names.required(BRIDGEHEADS, dn)).toList();
        if (!bridgeheads.isEmpty() && bridgeheads.stream().noneMatch(surroundings::isOwn)) {
            return Understood.NOTHING;
        }
        OwnKey key = new OwnKey(Keys.below(CONNECTORS, entry), TABLE.read(entry, surroundings.schema()));
        List<Route> routes = Optional.ofNullable(key.properties().get("smartHost")).map(host -> routes(entry, target(host, key))).orElse(List.of());
        return new Understood(Optional.of(key), List.of(), routes);
    }

    private static List<Route> routes(Entry entry, String target) {
        return entry.values(AddressSpace.ATTRIBUTE).stream().map(AddressSpace::parse).filter(AddressSpace::isSmtp)
                .map(space -> new Route(space.route(), target, space.cost())).toList();
    }

    private static String target(Value host, OwnKey key) {
        return SmartHosts.first(Values.text(host)) + Optional.ofNullable(key.properties().get(CREDENTIALS)).map(name -> "/" + Values.text(name)).orElse("");
    }
}
