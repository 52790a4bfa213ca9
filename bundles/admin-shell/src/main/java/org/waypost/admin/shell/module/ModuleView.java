package org.waypost.admin.shell.module;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.shell.Text;
import org.waypost.modules.Module;
import org.waypost.modules.Plan;
import org.waypost.modules.Replacement;

/** Modules and their replacements, printed. */
final class ModuleView {
    private static final int SHORT = 12;

    private ModuleView() {
    }

    static void list(List<Module> modules, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No modules.");
        table.column("Module");
        table.column("Version");
        table.column("State");
        table.column("Since");
        table.column("SHA-256");
        table.column("In place of");
        table.column("Kind");
        modules.forEach(m -> table.addRow().addContent(Text.plain(m.name()), Text.plain(m.version()), m.state(),
                Text.time(Optional.of(m.since())), brief(m.checksum()),
                m.original().map(o -> Text.plain(o.version()) + " " + brief(o.checksum())).orElse("-"),
                m.platform() ? "platform" : "replaceable"));
        table.print(out);
        modules.forEach(m -> m.problems().forEach(problem -> out.println(Text.plain(m.name() + ": " + problem))));
    }

    static void plan(Plan plan, PrintStream out) {
        out.println(Text.plain(plan.name() + " " + plan.fromVersion() + " (" + brief(plan.fromChecksum()) + ") -> " + plan.version() + " ("
                + brief(plan.checksum()) + ")"));
        out.println(plan.refreshed().isEmpty() ? "No other module starts anew."
                : Text.plain("These start anew with it: " + String.join(", ", plan.refreshed())));
    }

    static void history(List<Replacement> replacements, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No module was replaced.");
        table.column("Ended");
        table.column("Who");
        table.column("Module");
        table.column("From");
        table.column("To");
        table.column("Verdict");
        table.column("Reason");
        replacements.forEach(r -> table.addRow().addContent(Text.time(Optional.of(r.ended())), Text.plain(r.who()), Text.plain(r.name()),
                Text.plain(r.fromVersion()) + " " + brief(r.fromChecksum()), Text.plain(r.version()) + " " + brief(r.checksum()),
                r.verdict().name(), Text.plain(r.reason())));
        table.print(out);
    }

    private static String brief(String checksum) {
        return Text.orDash(checksum.length() > SHORT ? checksum.substring(0, SHORT) : checksum);
    }
}
