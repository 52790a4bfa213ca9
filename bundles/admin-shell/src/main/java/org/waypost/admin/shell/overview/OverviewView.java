package org.waypost.admin.shell.overview;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.waypost.admin.OverviewAdmin.Overview;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.metrics.Vitals;
import org.waypost.metrics.Vitals.Traffic;

/** An overview, printed. */
final class OverviewView {
    /** Values that make a minute. */
    private static final int MINUTE = 60 / Vitals.PERIOD;

    private OverviewView() {
    }

    static void print(Overview overview, PrintStream out) {
        out.println("Health       " + overview.health().status() + (overview.health().ready() ? "" : ", takes no mail now"));
        out.println("In           messages per second: " + rate(overview.traffic(), Traffic::in));
        out.println("Out          recipients per second: " + rate(overview.traffic(), Traffic::out));
        out.println("Sessions     ended per second: " + rate(overview.traffic(), Traffic::sessions));
        out.println("Connections  " + overview.connections() + " open");
        out.println("Deliveries   " + overview.deliveries() + " under way");
        out.println("Messages     " + overview.messages() + overview.oldest()
                .map(oldest -> ", the oldest came " + Text.length(Duration.between(oldest, overview.time())) + " ago").orElse(""));
        queues(overview, out);
        overview.health().problems().forEach(problem -> out.println(Text.plain(problem.level() + " " + problem.area()
                + (problem.object().isEmpty() ? "" : " " + problem.object()) + ": " + problem.text())));
    }

    private static void queues(Overview overview, PrintStream out) {
        Table table = new Table("No queues.").whole("State").numbers("Queues", "Messages", "Size");
        overview.queues().forEach(q -> table.row(q.state(), q.count(), q.messages(), Text.size(q.octets())));
        table.print(out);
    }

    /** Over the last minute, and over all that is known. */
    private static String rate(List<Traffic> traffic, ToDoubleFunction<Traffic> value) {
        List<Traffic> minute = traffic.subList(Math.max(0, traffic.size() - MINUTE), traffic.size());
        return traffic.isEmpty() ? "not known yet" : String.format(Locale.ROOT, "%.1f in the last minute, %.1f in the last %s",
                average(minute, value), average(traffic, value),
                Text.length(Duration.ofSeconds((long) Vitals.PERIOD * traffic.size())));
    }

    private static double average(List<Traffic> traffic, ToDoubleFunction<Traffic> value) {
        return traffic.stream().mapToDouble(value).average().orElse(0);
    }
}
