package org.waypost.http.resource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.waypost.admin.DoctorAdmin;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.LockdownAdmin.Door;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Where the server can be reached, and what is wrong with it. */
record SecurityRoutes(Late<LockdownAdmin> lockdown, Late<DoctorAdmin> doctor) {
    List<Route> routes() {
        return List.of(
                Route.get("/lockdown", "Lists what listens, from where it is reached, and whether it is needed.",
                        call -> Reply.of(lockdown.ask(LockdownAdmin::listening))),
                Route.get("/lockdown/plan", "Tells what would be closed.", call -> Reply.of(lockdown.ask(l -> l.plan(request(call)))),
                        Parameter.query("name", "Only this").texts(), Parameter.query("force", "Also the way the caller came in by").flag()),
                Route.post(Role.ADMINISTER, "/lockdown/close", "Closes what is not needed, for all starts to come.",
                        call -> Reply.of(lockdown.ask(l -> l.close(request(call)))),
                        Parameter.body("name", "Only these; else all that is better closed").texts().optional(),
                        Parameter.body("force", "Also the way the caller came in by").optional().flag()),
                Route.post(Role.ADMINISTER, "/lockdown/undo", "Brings back all that was closed.",
                        call -> Reply.of(lockdown.ask(l -> l.undo()))),
                Route.post(Role.READ, "/doctor", "Looks for what is wrong with the server and around it, which may take a minute.",
                        call -> Reply.of(doctor.ask(d -> d.examine(finding -> { })))));
    }

    private static LockdownAdmin.Request request(Call call) {
        return new LockdownAdmin.Request(call.texts("name"), cameBy(call.request()), call.flag("force", false));
    }

    private static Door cameBy(HttpServletRequest request) {
        try {
            return new Door(request.isSecure() ? "console" : "http", InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the web server names a client by no address: " + request.getRemoteAddr(), e);
        }
    }
}
