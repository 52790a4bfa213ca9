package org.waypost.admin.shell;

import java.io.PrintStream;
import java.util.List;
import org.waypost.smtp.VirtualServerStatus;

/** Virtual servers as a table, and their problems below it. */
final class ServerTable {
    private ServerTable() {
    }

    static void list(List<VirtualServerStatus> servers, PrintStream out) {
        Table table = new Table("No virtual servers.")
                .whole("Virtual server", "State").texts("Listening on").numbers("Connections");
        servers.forEach(s -> table.row(s.name(), s.state(),
                Text.orDash(String.join(", ", s.listening())), s.connections()));
        table.print(out);
        servers.forEach(s -> s.problems().forEach(p -> out.println(Text.plain(s.name() + ": " + p))));
    }
}
