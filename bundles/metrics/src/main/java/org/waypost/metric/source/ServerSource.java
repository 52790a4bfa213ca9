package org.waypost.metric.source;

import java.util.List;
import java.util.Locale;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.smtp.VirtualServerStatus;

/** Virtual servers. */
public record ServerSource(Services services) implements Source {
    private static final List<String> STATES = List.of("STARTED", "PAUSED", "STOPPED");

    @Override
    public void tell(Gauges gauges) {
        if (services.servers().get().map(ServerAdmin::servers).orElse(null) instanceof Answer.Ok<List<VirtualServerStatus>> ok) {
            ok.value().forEach(server -> tell(gauges, server));
        }
    }

    private static void tell(Gauges gauges, VirtualServerStatus server) {
        gauges.set("waypost_virtual_server_connections", "Connections open.", server.connections(), "server", server.name());
        gauges.set("waypost_virtual_server_problems", "Problems that the virtual server tells of.", server.problems().size(), "server", server.name());
        for (String state : STATES) {
            gauges.set("waypost_virtual_server_state", "1 for the state that the virtual server is in.", state.equals(server.state()),
                    "server", server.name(), "state", state.toLowerCase(Locale.ROOT));
        }
    }
}
