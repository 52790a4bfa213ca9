package org.waypost.admin.shell.routing;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStateStatus.Measured;

/** Link state, printed. */
final class LinkStateView {
    private final Instant now;

    LinkStateView(Instant now) {
        this.now = now;
    }

    void show(LinkStateJson shown, PrintStream out) {
        shown.status().ifPresent(status -> head(status, out));
        out.println("Digest         " + Text.orDash(shown.digest()));
        groups(shown.groups(), out);
        connectors(shown.connectors(), out);
        shown.status().ifPresent(status -> measured(status.links(), status.suppressed(), out));
    }

    private static void head(LinkStateStatus status, PrintStream out) {
        out.println("Server         " + Text.plain(status.server()));
        out.println("Routing group  " + Text.orDash(status.group()));
        out.println("Role           " + Text.plain(status.role()));
        out.println("Master         " + Text.orDash(status.master()));
        if (!status.members().isEmpty()) {
            out.println("In contact     " + Text.plain(String.join(", ", status.members())));
        }
    }

    private static void groups(List<LinkStateJson.Group> groups, PrintStream out) {
        Table table = new Table("No routing groups.").whole("Routing group", "Version").texts("As told by", "Master", "Members");
        groups.forEach(g -> table.row(g.name(), g.version(),
                g.ruler().orElse("the directory"), g.master().orElse("none"), members(g)));
        table.print(out);
    }

    private static String members(LinkStateJson.Group group) {
        return Text.orDash(group.members().stream().map(m -> m.server() + (m.absent() ? " (absent)" : ""))
                .collect(Collectors.joining(", ")));
    }

    private static void connectors(List<ConnectorView> connectors, PrintStream out) {
        Table table = new Table("No connectors.").whole("Routing group", "Connector").texts("At").whole("State").texts("Reason")
                .spare("Routing group");
        connectors.forEach(c -> c.sources().forEach(source -> table.row(c.group(), c.name(),
                source.server(), source.state() == ConnectorView.State.NOT_MEASURED ? "-" : source.state(),
                Text.orDash(source.reason()))));
        table.print(out);
    }

    void measured(List<Measured> links, List<String> suppressed, PrintStream out) {
        out.println("Measured by this server:");
        Table table = new Table("Nothing.").whole("Connector", "State", "Since", "Next try").texts("Reason").spare("Since");
        links.forEach(l -> table.row(l.connector(), l.state(),
                Text.time(Optional.of(l.since())), Text.until(l.nextTry(), now), Text.orDash(l.reason())));
        table.print(out);
        suppressed.forEach(told -> out.println("Suppressed: " + Text.plain(told)));
    }
}
