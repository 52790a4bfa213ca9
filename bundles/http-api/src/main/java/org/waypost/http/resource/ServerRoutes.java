package org.waypost.http.resource;

import java.util.List;
import java.util.function.BiFunction;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Virtual servers. */
record ServerRoutes(Late<ServerAdmin> admin) {
    List<Route> routes() {
        return List.of(
                Route.get("/servers", "Lists the virtual servers.", call -> Reply.of(admin.ask(ServerAdmin::servers))),
                change("start", "Starts a virtual server.", ServerAdmin::start),
                change("stop", "Stops a virtual server: its sockets are closed, its connections asked to finish.", ServerAdmin::stop),
                change("pause", "Pauses a virtual server: it takes no new connections.", ServerAdmin::pause));
    }

    private Route change(String verb, String summary, BiFunction<ServerAdmin, String, Answer<String>> change) {
        return Route.post(Role.OPERATE, "/servers/{server}/" + verb, summary,
                call -> Reply.of(admin.ask(a -> change.apply(a, call.text("server")))),
                Parameter.path("server", "Name of the virtual server"));
    }
}
