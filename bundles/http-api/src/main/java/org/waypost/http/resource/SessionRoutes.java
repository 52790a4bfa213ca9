package org.waypost.http.resource;

import java.util.List;
import java.util.Map;
import org.waypost.http.account.Accounts;
import org.waypost.http.account.Identity;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Problem;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Logging in and out. */
record SessionRoutes(Accounts accounts) {
    private static final long LONGEST_NAME = 200;

    List<Route> routes() {
        return List.of(
                Route.get("/session", "Tells who asks, what he may do, and the token for the header X-CSRF-Token.",
                        call -> Reply.ok(shown(call.identity().orElseThrow()))),
                Route.post(Role.READ, "/session", "Logs in: the answer sets the session's cookie.", this::logIn,
                        Parameter.body("user", "Name in the realm").upTo(LONGEST_NAME),
                        Parameter.body("password", "Password").hidden()).forAnybody(),
                Route.delete(Role.READ, "/session", "Logs out.",
                        call -> Reply.ok(Map.of("message", "The session is over.")).with("Set-Cookie", accounts.logOut(call.request()))));
    }

    private Reply logIn(Call call) {
        Accounts.LoggedIn login = accounts.logIn(call.text("user"), call.text("password").toCharArray(), call.request());
        if (login instanceof Accounts.LoggedIn.Done done) {
            return Reply.ok(shown(done.identity())).with("Set-Cookie", done.cookie());
        }
        if (login instanceof Accounts.LoggedIn.Throttled throttled) {
            long seconds = throttled.length().toSeconds() + 1;
            return Reply.of(Problem.of(429, "Too many logins have failed; try again in " + seconds + " s."))
                    .with("Retry-After", Long.toString(seconds));
        }
        return Reply.of(Problem.of(401, "User or password is wrong, or the user has none of the roles viewer, manager and admin."));
    }

    private static Map<String, Object> shown(Identity identity) {
        return Map.of("user", identity.account().user(), "role", identity.account().role(), "csrf", identity.csrf().orElse(""));
    }
}
