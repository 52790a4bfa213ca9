package org.waypost.link.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waypost.directory.Entry;
import org.waypost.link.identity.PublicKeys;
import org.waypost.topology.Server;

/** Reads servers. */
final class Servers {
    static final String CLASS = "msExchExchangeServer";
    static final String KEY = "waypostServerKey";
    static final Set<String> ATTRIBUTES = Set.of("networkAddress", KEY, "msExchHomeRoutingGroup");
    private static final String TCP = "ncacn_ip_tcp:";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_:][A-Za-z0-9_.:-]{0,254}");
    private static final int SMTP_PORT = 25;
    private static final int LINK_STATE_PORT = 691;

    private Servers() {}

    /** A key that is none counts for nothing. @throws IllegalArgumentException with a text for people */
    static Server read(Entry entry) {
        Settings settings = new Settings(entry);
        Set<String> keys = new HashSet<>();
        entry.values(KEY).forEach(value -> PublicKeys.hash(value).ifPresent(keys::add));
        String name = GroupEntry.name(entry);
        return new Server(entry.id(), name, entry.dn(), host(entry, name), port(settings, "smtpPort", SMTP_PORT),
                port(settings, "linkStatePort", LINK_STATE_PORT), keys);
    }

    /** A reason for people for each value that is no key. */
    static List<String> badKeys(Entry entry) {
        return entry.values(KEY).stream().filter(value -> PublicKeys.hash(value).isEmpty())
                .map(value -> KEY + ": a value of it is no public key in base64; the server itself is known").distinct().toList();
    }

    private static String host(Entry entry, String name) {
        Optional<String> address = entry.values("networkAddress").stream().sorted()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(TCP)).map(value -> value.substring(TCP.length()).strip()).findFirst();
        String host = address.orElse(name);
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + host + "\" is no name or address of a host: networkAddress needs a value " + TCP + "HOST");
        }
        return host;
    }

    private static int port(Settings settings, String key, int otherwise) {
        return settings.number(key, 1, 65_535).map(Long::intValue).orElse(otherwise);
    }
}
