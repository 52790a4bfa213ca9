package org.waypost.http.resource;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Problem;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;
import org.waypost.settings.ObjectKind;

/** Virtual servers and connectors in forms. */
record ObjectRoutes(Late<ObjectAdmin> admin) {
    private static final String ONE = "/objects/{kind}/{parent}/{name}";
    private static final Parameter KIND = Parameter.path("kind", "Kind of the object").oneOf(ObjectKind.values());
    private static final Parameter PARENT = Parameter.path("parent", "Name of its server, or of its routing group");
    private static final Parameter NAME = Parameter.path("name", "Its name");
    private static final Parameter VALUES = Parameter.body("values", "Values of the settings that change, by key; an empty list for the"
            + " default").fields().hidden();

    /** What a form was not saved for. @param fields sentences by key; "" is the whole */
    private record Invalid(String title, int status, String detail, Map<String, String> fields) {}

    /** @param now the form as it is now */
    private record Stale(String title, int status, String detail, Form now) {}

    List<Route> routes() {
        return List.of(
                Route.get("/objects/{kind}", "Lists virtual servers or connectors of the organization.",
                        call -> Reply.of(admin.ask(a -> a.objects(kind(call)))), KIND),
                Route.get("/objects/{kind}/parents", "Lists the servers, or the routing groups, that such an object can be created below.",
                        call -> Reply.of(admin.ask(a -> a.parents(kind(call)))), KIND),
                Route.get("/objects/{kind}/fields", "Tells which settings such an object has, for a new one.",
                        call -> Reply.of(admin.ask(a -> a.fields(kind(call)))), KIND),
                Route.get(ONE, "Shows an object: its settings, what is set, and the revision to save it by.",
                        call -> Reply.of(admin.ask(a -> a.form(kind(call), place(call)))), KIND, PARENT, NAME),
                Route.get(ONE + "/standing", "Tells whether an object is in force at this server as the directory has it.",
                        call -> Reply.of(admin.ask(a -> a.standing(kind(call), place(call)))), KIND, PARENT, NAME),
                Route.put(Role.ADMINISTER, ONE, "Saves settings in the directory: 409 with the present form if it was changed since the"
                        + " revision, 422 with a sentence for each setting that is wrong.",
                        call -> saved(a -> a.save(kind(call), place(call), call.text("revision"), call.fields("values"))),
                        KIND, PARENT, NAME, Parameter.body("revision", "As the form had it"), VALUES),
                Route.post(Role.ADMINISTER, "/objects/{kind}", "Creates a virtual server or a connector in the directory; 422 as for saving.",
                        call -> saved(a -> a.create(kind(call), place(call), call.fields("values"))), KIND,
                        Parameter.body("parent", "Name of its server, or of its routing group"), Parameter.body("name", "Its name"), VALUES),
                Route.delete(Role.ADMINISTER, ONE, "Deletes a virtual server or a connector; 409 if it is the last virtual server of its server, or the"
                        + " last one of this server that listens.",
                        call -> saved(a -> a.delete(kind(call), place(call), call.optionalText("revision"))), KIND, PARENT, NAME,
                        Parameter.query("revision", "Only if it still has this one")));
    }

    private static ObjectKind kind(Call call) {
        return ObjectKind.valueOf(call.text("kind"));
    }

    private static Place place(Call call) {
        return new Place(call.text("parent"), call.text("name"));
    }

    private Reply saved(Function<ObjectAdmin, Answer<Saved>> change) {
        Answer<Saved> answer = admin.ask(change);
        if (answer instanceof Answer.Ok<Saved> ok && ok.value() instanceof Saved.Invalid wrong) {
            Problem problem = Problem.of(422, wrong.message());
            return new Reply(422, new Invalid(problem.title(), 422, problem.detail(), wrong.byField()), Map.of());
        }
        if (answer instanceof Answer.Ok<Saved> ok && ok.value() instanceof Saved.Stale stale) {
            Problem problem = Problem.of(409, stale.message());
            return new Reply(409, new Stale(problem.title(), 409, problem.detail(), stale.now()), Map.of());
        }
        return Reply.of(answer);
    }
}
