package org.waypost.admin.shell.routing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.Answer;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.routing.RouteExplanation;
import org.waypost.topology.Connector.Priority;

/** Explains where a message would go next, and what was not taken for which reason. */
@Service
@Command(scope = "route", name = "explain",
        description = "Explains where a message would go next, and what was not taken for which reason",
        detailedDescription = "Example: route:explain --size 5000000 alice@example.com bob@example.net")
public final class RouteExplain implements Action {
    private static final String NULL_PATH = "<>";

    @Reference
    private RouteAdmin admin;

    @Reference
    private LinkStateAdmin linkState;

    @Argument(index = 0, name = "from", description = "Address of the sender; \"<>\", in quotes, for the null reverse-path", required = true)
    private String from;

    @Argument(index = 1, name = "to", description = "Address of the recipient", required = true)
    private String to;

    @Option(name = "--server", description = "Server of the organization that has the recipient, where the directory does not say so")
    @Completion(OrganizationServerNames.class)
    private String server;

    @Option(name = "--from-server", description = "Server that routes; this one if none is given")
    @Completion(OrganizationServerNames.class)
    private String fromServer;

    @Option(name = "--size", description = "Octets of the message")
    private long size;

    @Option(name = "--priority", description = "low, normal or high")
    private String priority = "normal";

    @Option(name = "--time", description = "When it is to go, such as 2026-01-31T12:00:00Z; now if none is given")
    private String time;

    @Option(name = "--previous", description = "Server of the organization that it came from")
    @Completion(OrganizationServerNames.class)
    private String previous;

    @Option(name = "--map", description = "Route by this file, which linkstate:show --save wrote; relative to the home")
    private String map;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Optional<String> sender = Optional.of(from).filter(address -> !address.equals(NULL_PATH) && !address.isEmpty());
        RouteExplanation told = Refusal.orValue(admin.explain(new RouteAdmin.RouteRequest(sender, to, Optional.ofNullable(server),
                Optional.ofNullable(fromServer), size, priority(priority), time(time), Optional.ofNullable(previous),
                MapFile.read(linkState, map))));
        RouteJson.Explained all = RouteJson.of(told, status());
        if (json) {
            System.out.println(JsonText.of(all));
        } else {
            RouteView.explanation(told, System.out);
            if (!all.measured().isEmpty() || !all.suppressed().isEmpty()) {
                new LinkStateView(Instant.now()).measured(all.measured(), all.suppressed(), System.out);
            }
        }
        return null;
    }

    /** Empty if it has nothing to do with the answer, or nobody can tell. */
    private Optional<LinkStateStatus> status() {
        return map == null && linkState.status() instanceof Answer.Ok<LinkStateStatus> ok ? Optional.of(ok.value()) : Optional.empty();
    }

    static Priority priority(String text) throws Refusal {
        return List.of(Priority.values()).stream().filter(p -> p.name().equals(text.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new Refusal("The priority is low, normal or high, not \"" + text + "\"."));
    }

    /** @param text null for now */
    static Instant time(String text) throws Refusal {
        try {
            return text == null ? Instant.now() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal("\"" + text + "\" is no time, which is like 2026-01-31T12:00:00Z.");
        }
    }
}
