package org.waypost.admin.shell.directory;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Entry;
import org.waypost.text.Counted;

/** The directory, its servers and its entries, printed. */
final class DirectoryView {
    private static final Set<String> SECRET = secret();

    private DirectoryView() {
    }

    private static String shown(String name, String value) {
        return SECRET.contains(name) ? "***" : Text.plain(value);
    }

    /** For JSON: without secrets. */
    static List<Map<String, Object>> plain(List<Entry> entries) {
        return entries.stream().map(entry -> {
            Map<String, Object> attributes = new TreeMap<>();
            entry.attributes().forEach((name, values) -> attributes.put(name, values.stream().map(value -> SECRET.contains(name) ? "***" : value).toList()));
            return Map.<String, Object>of("dn", entry.dn(), "attributes", attributes);
        }).toList();
    }

    private static Set<String> secret() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of("userPassword", "unicodePwd", "sambaNTPassword", "krbPrincipalKey", "authPassword"));
        return Collections.unmodifiableSet(names);
    }

    static void overview(DirectoryAdmin.Overview overview, PrintStream out) {
        DirectoryStatus status = overview.status();
        long up = status.servers().stream().filter(server -> server.state().equals("UP")).count();
        out.println("This server         " + Text.plain(overview.server()));
        out.println("Kept by others      " + (overview.foreign() ? "yes: nothing is stamped until rus:stamping says so" : "no"));
        out.println("Configuration base  " + Text.plain(overview.configurationBase()));
        out.println("Recipient base      " + Text.plain(overview.recipientBase()));
        out.println("Servers             " + up + " of " + status.servers().size() + " up; directory:servers shows them");
        DirectoryStatus.Cache cache = status.cache();
        out.println("Cache               " + cache.entries() + " of at most " + Counted.of(cache.limit(), "recipient") + ", "
                + cache.negative() + " of them nobody; " + Counted.of(cache.hits(), "hit") + ", "
                + Counted.of(cache.misses(), "miss", "misses"));
        status.watches().forEach(watch -> out.println("Watch               " + Text.plain(watch)));
    }

    static void servers(List<DirectoryStatus.Server> servers, PrintStream out) {
        Table table = new Table("No directory servers.").whole("Server").texts("Kind", "Roles").whole("State", "In use")
                .numbers("Connections").texts("Reason").spare("Connections", "Kind");
        servers.forEach(s -> table.row(s.url(), Text.orDash(s.kind()), s.roles(), s.state(),
                s.inUse() ? "yes" : "no", s.connections(), Text.orDash(s.reason())));
        table.print(out);
    }

    static void entries(List<Entry> entries, int limit, PrintStream out) {
        for (Entry entry : entries) {
            out.println("dn: " + Text.plain(entry.dn()));
            entry.attributes().forEach((name, values) ->
                    values.forEach(value -> out.println("  " + Text.plain(name) + ": " + shown(name, value))));
        }
        out.println(Counted.of(entries.size(), "entry", "entries") + "."
                + (entries.size() == limit ? " There may be more; --limit asks for them." : ""));
    }
}
