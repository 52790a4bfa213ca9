package org.waypost.admin.shell.routing;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.RouteAdmin.Row;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.routing.RouteExplanation;
import org.waypost.topology.Connector.Kind;

/** Routes and connectors, printed. */
final class RouteView {
    private RouteView() {
    }

    static void explanation(RouteExplanation told, PrintStream out) {
        out.println(Text.plain(RouteText.sentence(told.route(), told.reason())));
        told.path().forEach(hop -> out.println(Text.plain("  " + hop.from() + " -> " + hop.to() + " over " + hop.connector()
                + ", total " + hop.total())));
        if (told.considered().isEmpty()) {
            return;
        }
        Table table = new Table("No connectors.").whole("Connector", "Routing group").numbers("Total").whole("Taken").texts("Reason")
                .spare("Routing group");
        told.considered().forEach(c -> table.row(c.connector(), c.group(),
                c.cost() < 0 ? "-" : c.cost(), c.taken() ? "yes" : "no", Text.orDash(c.reason())));
        table.print(out);
    }

    static void table(RouteAdmin.Table table, PrintStream out) {
        out.println("Routes of " + Text.plain(table.server()));
        rows("Routing group", "Server", table.groups(), "No other routing groups.", out);
        rows("Address space", "Sample", table.spaces(), "No address spaces.", out);
        if (table.more()) {
            out.println("There are more: --limit asks for them, and what took longer than some seconds was left out.");
        }
    }

    private static void rows(String to, String sample, List<Row> rows, String none, PrintStream out) {
        Table table = new Table(none).whole(to).texts(sample).numbers("Total").texts("Path", "Next hop", "Reason").spare(sample);
        rows.forEach(row -> table.row(row.to(), Text.orDash(row.sample()),
                row.total().map(Object::toString).orElse("-"), path(row), RouteText.hop(row.route()),
                Text.orDash(row.reason())));
        table.print(out);
    }

    private static String path(Row row) {
        return Text.orDash(row.path().stream().map(RouteExplanation.Hop::connector).collect(Collectors.joining(" > ")));
    }

    /** A row for each source bridgehead. */
    static void connectors(List<ConnectorView> connectors, PrintStream out) {
        Table table = new Table("No connectors.").whole("Routing group", "Connector").numbers("Cost").texts("From").whole("State")
                .texts("To", "Open", "Reason").spare("Open", "From", "Cost", "Routing group");
        for (ConnectorView c : connectors) {
            c.sources().forEach(source -> table.row(c.group(), c.name(), c.cost(),
                    source.server(), state(source.state()), to(c), RouteText.schedule(c.schedule()),
                    Text.orDash(source.reason())));
        }
        table.print(out);
    }

    private static String state(ConnectorView.State state) {
        return state == ConnectorView.State.NOT_MEASURED ? "-" : state.name();
    }

    /** Where it leads to, and by what. */
    private static String to(ConnectorView c) {
        String groups = String.join(", ", c.targetGroups());
        String spaces = c.spaces().stream().map(Object::toString).collect(Collectors.joining(", "));
        String by = c.targets().isEmpty() ? "MX" : String.join(", ", c.targets());
        String goal = c.kind() == Kind.ROUTING_GROUP || spaces.isEmpty() ? groups : groups.isEmpty() ? spaces : groups + ", " + spaces;
        return (goal.isEmpty() ? "nowhere" : goal) + " by " + by;
    }
}
