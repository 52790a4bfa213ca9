package org.waypost.http.resource;

import java.util.List;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** @param tasks what was begun */
record TaskRoutes(Tasks tasks) {
    List<Route> routes() {
        return List.of(
                Route.get("/tasks", "Lists the long tasks that were begun.", call -> Reply.ok(tasks.all())),
                Route.get("/tasks/{task}", "Tells how far a long task is, and what it came to.", call -> tasks.task(call.text("task")),
                        Parameter.path("task", "Id that the answer which began it has")));
    }
}
