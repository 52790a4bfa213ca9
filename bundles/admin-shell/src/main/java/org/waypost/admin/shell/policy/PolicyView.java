package org.waypost.admin.shell.policy;

import java.io.PrintStream;
import java.util.List;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.policy.RecipientPolicies.Preview;
import org.waypost.policy.RecipientUpdateService.Status;
import org.waypost.policy.Run;

/** Recipient policies and those who carry them out, printed. */
final class PolicyView {
    private PolicyView() {
    }

    static void list(List<Policy> policies, PrintStream out) {
        Table table = new Table("No recipient policies.")
                .whole("Policy").numbers("Order").texts("Filter", "Templates", "Left out because");
        policies.forEach(p -> table.row(p.name(), order(p), p.filter(),
                joined(p.templates()), Text.orDash(p.fault().orElse(""))));
        table.print(out);
    }

    static void show(Policy p, PrintStream out) {
        out.println("Policy                 " + Text.plain(p.name()));
        out.println("DN                     " + Text.plain(p.dn()));
        out.println("Order                  " + order(p));
        out.println("Filter                 " + Text.plain(p.filter()));
        p.templates().forEach(template -> out.println("Template               " + Text.plain(template)));
        out.println("Authoritative domains  " + joined(p.authoritativeDomains()));
        out.println("Shared domains         " + joined(p.sharedDomains()));
        out.println("In force               " + Text.plain(p.fault().map(why -> "no: " + why).orElse("yes")));
    }

    private static String order(Policy p) {
        return p.order() == Integer.MAX_VALUE ? "last" : Integer.toString(p.order());
    }

    private static String joined(List<String> texts) {
        return Text.orDash(String.join(", ", texts));
    }

    static void preview(Preview preview, PrintStream out) {
        out.println("Recipient  " + Text.plain(preview.dn()));
        out.println("Policy     " + Text.plain(preview.policy().orElse("none")));
        preview.before().forEach(address -> out.println((preview.after().contains(address) ? "  keeps    " : "  loses    ")
                + Text.plain(address)));
        preview.after().stream().filter(address -> !preview.before().contains(address))
                .forEach(address -> out.println("  gets     " + Text.plain(address)));
        preview.notes().forEach(note -> out.println(Text.plain(note)));
    }

    static void instances(List<Status> instances, PrintStream out) {
        Table table = new Table("This server runs no Recipient Update Service.")
                .whole("Instance", "State").texts("Stamping", "Base", "Directory server").numbers("Lag").whole("Last run ended").texts("Last run", "Running")
                .spare("Directory server", "Base", "Last run ended", "Lag");
        instances.forEach(s -> table.row(s.name(), s.state(),
                s.stamping() ? "on" : "off, reports only", s.base(), Text.orDash(s.server()),
                s.lag().map(Text::length).orElse("-"), Text.time(s.lastEnded()), run(s.last()),
                s.running().map(PolicyView::run).orElse("-")));
        table.print(out);
    }

    private static String run(Run run) {
        return run.seen() + (run.expected() < 0 ? "" : " of " + run.expected()) + " seen, " + run.written() + " written"
                + (run.reported() > 0 ? ", " + run.reported() + " reported" : "") + (run.failed() > 0 ? ", " + run.failed() + " failed" : "");
    }
}
