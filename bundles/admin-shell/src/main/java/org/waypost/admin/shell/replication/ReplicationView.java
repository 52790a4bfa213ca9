package org.waypost.admin.shell.replication;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.shell.Text;
import org.waypost.replication.Replication;

/** DS2MB, printed. */
final class ReplicationView {
    private ReplicationView() {
    }

    static void status(Replication.Status status, PrintStream out) {
        out.println("State            " + Text.plain(status.state()));
        out.println("Changes by       " + Text.orDash(status.method()));
        out.println("Objects          " + status.objects());
        out.println("Last replicated  " + Text.time(status.last()));
        ShellTable table = new ShellTable().emptyTableText("Every object could be replicated.");
        table.column("Object");
        table.column("Since");
        table.column("Cause");
        status.faults().forEach(fault -> table.addRow().addContent(Text.plain(fault.dn()), Text.time(Optional.of(fault.since())),
                Text.plain(fault.cause())));
        table.print(out);
    }
}
