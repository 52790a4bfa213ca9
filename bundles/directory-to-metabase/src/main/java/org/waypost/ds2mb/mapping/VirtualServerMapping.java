package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.dns.ServerAddress;
import org.waypost.ds2mb.mapping.Reading.OwnKey;
import org.waypost.ds2mb.mapping.Reading.Route;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.metabase.MetabaseKey;

/** A virtual server of this server: {@code /LM/SmtpSvc/NAME}. Its smart host takes what no connector takes. */
public final class VirtualServerMapping implements ObjectMapping {
    public static final MetabaseKey SERVICE = MetabaseKey.of("/LM/SmtpSvc");
    public static final String PID = "org.waypost.smtp.server";
    private static final String SMART_HOST = "msExchSmtpSmartHost";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");
    private static final int AFTER_EVERY_CONNECTOR = 1_000;

    /** What its name may be, for people. */
    public static final String NAMES_ALLOWED = "letters, digits, '.', '-' and '_' only";

    /** How a virtual server's properties stand in the directory. */
    public static final ObjectTable TABLE = new ObjectTable(PID,
            new BindingsRule("msExchServerBindings", "msExchSecureBindings", "bindings"),
            new TextRule("msExchSmtpFullyQualifiedDomainName", "hostName",
                    text -> Domains.required("msExchSmtpFullyQualifiedDomainName", text)),
            new NumberRule("msExchSmtpMaxMessageSize", "maxMessageSize", 1_024, 1L << 40),
            new NumberRule("msExchSmtpMaxRecipients", "maxRecipients", 1, 100_000),
            new NumberRule("msExchMaxIncomingConnections", "maxConnections", 1, 100_000),
            new TextsRule("msExchSmtpRelayIpList", "relayNetworks", VirtualServerMapping::network),
            new ListRule("msExchSmtpExternalDNSServers", "externalDns", VirtualServerMapping::dnsServer));

    /** What it adds to the routing of its server. */
    public static final ObjectTable ROUTING =
            new ObjectTable("", new TextRule(SMART_HOST, "smartHost", text -> SmartHosts.required(SMART_HOST, text)));

    @Override
    public String objectClass() {
        return "protocolCfgSMTPServer";
    }

    @Override
    public Set<String> attributes() {
        Set<String> attributes = new TreeSet<>(TABLE.attributes());
        attributes.add(SMART_HOST);
        return attributes;
    }

    @Override
    public Understood read(Entry entry, LdapName name, Surroundings surroundings) {
        if (!surroundings.isOwn(name)) {
            return Understood.NOTHING;
        }
        String own = Keys.name(entry);
        if (!isName(own)) {
            throw new IllegalArgumentException("its name \"" + own + "\" cannot be that of a virtual server: " + NAMES_ALLOWED);
        }
        OwnKey key = Keys.own(SERVICE.child(own), PID, TABLE.read(entry, surroundings.schema()));
        List<Route> routes = entry.value(SMART_HOST).stream()
                .map(host -> new Route("*", SmartHosts.first(SmartHosts.required(SMART_HOST, host)), AFTER_EVERY_CONNECTOR)).toList();
        return new Understood(Optional.of(key), List.of(), routes);
    }

    /** Whether a virtual server may be called that. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static String dnsServer(String text) {
        if (ServerAddress.find(text).isEmpty()) {
            throw new IllegalArgumentException("msExchSmtpExternalDNSServers: \"" + text + "\" is not an IP address with an optional port");
        }
        return text;
    }

    private static String network(String text) {
        if (!Addresses.isNetwork(text.strip())) {
            throw new IllegalArgumentException("msExchSmtpRelayIpList: \"" + text + "\" is neither an address nor ADDRESS/BITS");
        }
        return text.strip();
    }
}
