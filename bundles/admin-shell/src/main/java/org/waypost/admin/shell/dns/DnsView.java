package org.waypost.admin.shell.dns;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.shell.Text;
import org.waypost.dns.DnsTrace.Exchanger;
import org.waypost.dns.DnsTrace.Query;
import org.waypost.dns.DnsTrace.Trace;

/** A trace, printed. */
final class DnsView {
    private DnsView() {
    }

    static void trace(Trace trace, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No queries.");
        for (String column : new String[] {"Name", "Type", "Server", "Answer", "Result", "TTL", "Took", "Records"}) {
            table.column(column);
        }
        trace.queries().forEach(q -> table.addRow().addContent(Text.plain(q.name()), q.type(), Text.orDash(q.server()), origin(q),
                Text.plain(q.result()), q.ttl().map(Text::length).orElse("-"), q.took().toMillis() + " ms",
                Text.orDash(String.join(", ", q.records()))));
        table.print(out);
        trace.exchangers().forEach(e -> out.println(Text.plain(exchanger(e))));
        out.println(Text.plain(trace.verdict()));
    }

    private static String origin(Query query) {
        return query.origin().name().toLowerCase(Locale.ROOT);
    }

    private static String exchanger(Exchanger e) {
        return e.preference() + " " + e.host() + ": " + (e.addresses().isEmpty() ? e.problem() : String.join(", ", e.addresses()));
    }
}
