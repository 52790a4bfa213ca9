package org.waypost.http.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.event.EventLog;
import org.waypost.http.HttpEvent;
import org.waypost.http.account.Role;
import org.waypost.http.account.Token;
import org.waypost.http.account.Tokens;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Problem;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Tokens of programs. */
record TokenRoutes(Tokens tokens, EventLog events) {
    private static final long LONGEST_NAME = 100;

    List<Route> routes() {
        return List.of(
                Route.get("/tokens", "Lists the tokens.", call -> Reply.ok(tokens.list().stream().map(View::of).toList()))
                        .forRole(Role.ADMINISTER),
                Route.post(Role.ADMINISTER, "/tokens", "Makes a token; its secret is shown this once.", this::make,
                        Parameter.body("name", "What it is for").upTo(LONGEST_NAME),
                        Parameter.body("role", "What it may do").oneOf(Role.values())),
                Route.delete(Role.ADMINISTER, "/tokens/{id}", "Revokes a token.", this::revoke,
                        Parameter.path("id", "Id, as the list has it")));
    }

    private record View(String id, String name, Role role, String maker, Instant made) {
        static View of(Token token) {
            return new View(token.id(), token.name(), token.role(), token.maker(), token.made());
        }
    }

    private Reply make(Call call) {
        Role role = call.choice("role", Role.class, Role.READ);
        Optional<Tokens.Made> made = tokens.make(call.text("name"), role, call.user());
        made.ifPresent(token -> events.report(HttpEvent.TOKEN_MADE, call.user(), token.token().name(), token.token().id(), role));
        return made.map(token -> new Reply(201, Map.of("token", View.of(token.token()), "secret", token.secret()), Map.of()))
                .orElseGet(() -> Reply.of(Problem.of(409, "There are too many tokens; revoke some that are not needed.")));
    }

    private Reply revoke(Call call) {
        Optional<Token> revoked = tokens.revoke(call.text("id"));
        revoked.ifPresent(token -> events.report(HttpEvent.TOKEN_REVOKED, call.user(), token.name(), token.id()));
        return revoked.map(token -> Reply.ok(Map.of("message", "The token " + token.name() + " is revoked.")))
                .orElseGet(() -> Reply.of(Problem.of(404, "There is no token " + call.text("id") + ".")));
    }
}
