package org.waypost.http.resource;

import java.util.List;
import java.util.function.BiFunction;
import org.waypost.admin.Answer;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.RecipientAdmin;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.Task;
import org.waypost.http.account.Role;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Recipients, their policies, and the Recipient Update Service. */
record RecipientRoutes(Late<PolicyAdmin> policies, Late<RecipientUpdateAdmin> updates, Late<RecipientAdmin> recipients, Tasks tasks) {
    private static final Parameter POLICY = Parameter.path("policy", "Name of the recipient policy");
    private static final Parameter INSTANCE = Parameter.path("instance", "Name of the instance of the Recipient Update Service");

    List<Route> routes() {
        return List.of(
                Route.get("/policies", "Lists the recipient policies in the order they are tried.",
                        call -> Reply.of(policies.ask(PolicyAdmin::policies))),
                Route.get("/policies/{policy}", "Shows a recipient policy.",
                        call -> Reply.of(policies.ask(a -> a.policy(call.text("policy")))), POLICY),
                Route.post(Role.ADMINISTER, "/policies/{policy}/apply", "Begins to stamp those whom a recipient policy is for.",
                        call -> tasks.begin("apply the recipient policy " + call.text("policy"), call.user(),
                                policies.ask(a -> a.apply(call.text("policy")))), POLICY),
                Route.get("/recipients/preview", "Tells what a recipient would get by the policies now.",
                        call -> Reply.of(policies.ask(a -> a.preview(call.text("recipient")))),
                        Parameter.query("recipient", "DN, alias or address").mandatory()),
                Route.get("/recipients/resolve", "Tells step by step what would become of a message to a recipient; nothing is sent.",
                        call -> Reply.of(recipients.ask(a -> a.resolve(call.optionalText("sender"), call.text("recipient"),
                                call.number("size", 0)))),
                        Parameter.query("recipient", "Address").mandatory(),
                        Parameter.query("sender", "Address; the null reverse-path if it is not given"),
                        Parameter.query("size", "Octets; 0 if it is not given").number(0, Long.MAX_VALUE)),
                Route.get("/rus", "Lists the instances of the Recipient Update Service.",
                        call -> Reply.of(updates.ask(RecipientUpdateAdmin::status))),
                run("update", "Begins to stamp what changed (Update Now).", RecipientUpdateAdmin::update),
                run("rebuild", "Begins to look at every recipient again (Rebuild).", RecipientUpdateAdmin::rebuild),
                Route.put(Role.ADMINISTER, "/rus/{instance}/stamping", "Switches between stamping and report-only mode.",
                        call -> Reply.of(updates.ask(a -> a.stamping(call.text("instance"), call.flag("on", false)))), INSTANCE,
                        Parameter.body("on", "Whether it stamps").flag()));
    }

    private Route run(String verb, String summary, BiFunction<RecipientUpdateAdmin, String, Answer<Task>> run) {
        return Route.post(Role.OPERATE, "/rus/{instance}/" + verb, summary, call -> tasks.begin(verb + " the recipients of "
                + call.text("instance"), call.user(), updates.ask(a -> run.apply(a, call.text("instance")))), INSTANCE);
    }
}
