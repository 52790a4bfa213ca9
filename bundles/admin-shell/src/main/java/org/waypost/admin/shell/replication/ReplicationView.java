package org.waypost.admin.shell.replication;

import java.io.PrintStream;
import java.util.Optional;
import org.waypost.admin.shell.Table;
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
        Table table = new Table("Every object could be replicated.").texts("Object").whole("Since").texts("Cause");
        status.faults().forEach(fault -> table.row(fault.dn(), Text.time(Optional.of(fault.since())),
                fault.cause()));
        table.print(out);
    }
}
