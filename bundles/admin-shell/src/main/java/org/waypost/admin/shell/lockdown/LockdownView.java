package org.waypost.admin.shell.lockdown;

import java.io.PrintStream;
import java.util.List;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;

/** What listens, printed, and what to do below it. */
final class LockdownView {
    private LockdownView() {
    }

    static void list(List<Listening> all, PrintStream out) {
        Table table = new Table("Nothing listens.").numbers("Port").whole("Address", "From", "Name", "Needed").texts("Whose");
        all.forEach(one -> table.row(one.port(), one.address(), one.loopback() ? "here" : "others", one.name(),
                one.needed() ? "yes" : "no", one.whose()));
        table.print(out);
        all.stream().filter(one -> !one.advice().isEmpty()).map(one -> one.name() + ": " + one.advice()).distinct()
                .forEach(line -> out.println(Text.plain(line)));
    }

    /** @param done the word for what was, or would be, changed */
    static void closings(String done, List<Closing> closings, PrintStream out) {
        if (closings.isEmpty()) {
            out.println("Nothing listens that is better closed.");
        }
        closings.forEach(one -> out.println((one.done() ? done : "not") + ": " + Text.plain(one.sentence())));
    }
}
