package org.waypost.admin.shell.dns;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.dns.DnsTrace.Exchanger;
import org.waypost.dns.DnsTrace.Query;
import org.waypost.dns.DnsTrace.Trace;
import org.waypost.dns.DnsUpdate.Result;
import org.waypost.dns.DnsUpdate.ZoneUpdate;

/** Traces and updates, printed. */
final class DnsView {
    private DnsView() {
    }

    static void trace(Trace trace, PrintStream out) {
        Table table = new Table("No queries.").texts("Name").whole("Type").texts("Server").whole("Answer").texts("Result")
                .whole("TTL", "Took").texts("Records").spare("Took", "TTL", "Answer");
        trace.queries().forEach(q -> table.row(q.name(), q.type(), Text.orDash(q.server()), origin(q),
                q.result(), q.ttl().map(Text::length).orElse("-"), q.took().toMillis() + " ms",
                Text.orDash(String.join(", ", q.records()))));
        table.print(out);
        trace.exchangers().forEach(e -> out.println(Text.plain(exchanger(e))));
        out.println(Text.plain(trace.verdict()));
    }

    static void updates(List<ZoneUpdate> updates, PrintStream out) {
        for (ZoneUpdate update : updates) {
            out.println(Text.plain(head(update)));
            update.removed().forEach(record -> out.println("  - " + Text.plain(record)));
            update.added().forEach(record -> out.println("  + " + Text.plain(record)));
            if (!update.text().isEmpty()) {
                out.println("  " + Text.plain(update.text()));
            }
        }
        if (updates.stream().anyMatch(update -> update.result() == Result.PLANNED)) {
            out.println("Nothing was changed yet: --apply does it.");
        }
    }

    private static String head(ZoneUpdate update) {
        String where = update.zone() + (update.server().isEmpty() ? "" : " at " + update.server());
        return (where.isEmpty() ? "" : where + ": ") + switch (update.result()) {
            case SAME -> "nothing to change";
            case PLANNED -> "to be changed";
            case CHANGED -> "changed";
            case FAILED -> "not changed";
        };
    }

    private static String origin(Query query) {
        return query.origin().name().toLowerCase(Locale.ROOT);
    }

    private static String exchanger(Exchanger e) {
        return e.preference() + " " + e.host() + ": " + (e.addresses().isEmpty() ? e.problem() : String.join(", ", e.addresses()));
    }
}
