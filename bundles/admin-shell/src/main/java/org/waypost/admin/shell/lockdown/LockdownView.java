package org.waypost.admin.shell.lockdown;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.shell.Text;

/** What listens, printed, and what to do below it. */
final class LockdownView {
    private LockdownView() {
    }

    static void list(List<Listening> all, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("Nothing listens.");
        table.column("Port").alignRight();
        table.column("Address");
        table.column("Reached from");
        table.column("Whose");
        table.column("Needed");
        all.forEach(one -> table.addRow().addContent(one.port(), one.address(), one.loopback() ? "this machine" : "others",
                Text.plain(one.whose()), one.needed() ? "yes" : "no"));
        table.print(out);
        all.stream().filter(one -> !one.advice().isEmpty()).forEach(one ->
                out.println(Text.plain("Port " + one.port() + " (" + one.whose() + "): " + one.advice())));
    }
}
