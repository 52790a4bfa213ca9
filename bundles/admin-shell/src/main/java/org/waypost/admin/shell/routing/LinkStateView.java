package org.waypost.admin.shell.routing;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.ConnectorView;
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
        ShellTable table = new ShellTable().emptyTableText("No routing groups.");
        table.column("Routing group");
        table.column("Version");
        table.column("As told by");
        table.column("Master");
        table.column("Members");
        groups.forEach(g -> table.addRow().addContent(Text.plain(g.name()), Text.plain(g.version()),
                Text.plain(g.ruler().orElse("the directory")), Text.plain(g.master().orElse("none")), members(g)));
        table.print(out);
    }

    private static String members(LinkStateJson.Group group) {
        return Text.orDash(group.members().stream().map(m -> m.server() + (m.absent() ? " (absent)" : ""))
                .collect(Collectors.joining(", ")));
    }

    private static void connectors(List<ConnectorView> connectors, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No connectors.");
        table.column("Routing group");
        table.column("Connector");
        table.column("At");
        table.column("State");
        table.column("Reason");
        connectors.forEach(c -> c.sources().forEach(source -> table.addRow().addContent(Text.plain(c.group()), Text.plain(c.name()),
                Text.plain(source.server()), source.state() == ConnectorView.State.NOT_MEASURED ? "-" : source.state(),
                Text.orDash(source.reason()))));
        table.print(out);
    }

    void measured(List<Measured> links, List<String> suppressed, PrintStream out) {
        out.println("Measured by this server:");
        ShellTable table = new ShellTable().emptyTableText("Nothing.");
        table.column("Connector");
        table.column("State");
        table.column("Since");
        table.column("Next try");
        table.column("Reason");
        links.forEach(l -> table.addRow().addContent(Text.plain(l.connector()), Text.plain(l.state()),
                Text.time(Optional.of(l.since())), Text.until(l.nextTry(), now), Text.orDash(l.reason())));
        table.print(out);
        suppressed.forEach(told -> out.println("Suppressed: " + Text.plain(told)));
    }
}
