package org.waypost.admin.shell.module;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.shell.Table;
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
        Table table = new Table("No modules.").whole("Module").texts("Version").whole("State", "Since", "SHA-256")
                .texts("In place of").whole("Kind").spare("Since", "SHA-256", "In place of");
        modules.forEach(m -> table.row(m.name(), m.version(), m.state(),
                Text.time(Optional.of(m.since())), brief(m.checksum()),
                m.original().map(o -> o.version() + " " + brief(o.checksum())).orElse("-"),
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
        Table table = new Table("No module was replaced.").whole("Ended").texts("Who").whole("Module").texts("From", "To").whole("Verdict")
                .texts("Reason").spare("From", "Who", "Ended");
        replacements.forEach(r -> table.row(Text.time(Optional.of(r.ended())), r.who(), r.name(),
                r.fromVersion() + " " + brief(r.fromChecksum()), r.version() + " " + brief(r.checksum()),
                r.verdict().name(), r.reason()));
        table.print(out);
    }

    private static String brief(String checksum) {
        return Text.orDash(checksum.length() > SHORT ? checksum.substring(0, SHORT) : checksum);
    }
}
