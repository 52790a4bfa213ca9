package org.waypost.admin.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.smtp.VirtualServerStatus;

/** Virtual servers as a table, and their problems below it. */
final class ServerTable {
    private ServerTable() {
    }

    static void list(List<VirtualServerStatus> servers, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No virtual servers.");
        table.column("Virtual server");
        table.column("State");
        table.column("Listening on");
        table.column("Connections").alignRight();
        servers.forEach(s -> table.addRow().addContent(Text.plain(s.name()), s.state(),
                Text.orDash(String.join(", ", s.listening())), s.connections()));
        table.print(out);
        servers.forEach(s -> s.problems().forEach(p -> out.println(Text.plain(s.name() + ": " + p))));
    }
}
