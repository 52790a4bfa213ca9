package org.waypost.http.resource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** The metabase. */
record MetabaseRoutes(Late<MetabaseAdmin> admin) {
    private static final long LONGEST_OVERRIDE = Duration.ofDays(366).toSeconds();
    private static final long LONGEST_VALUE = 65_536;
    private static final Parameter KEY = Parameter.query("key", "Key, such as /LM/SmtpSvc").mandatory();

    List<Route> routes() {
        return List.of(
                Route.get("/metabase/key", "Shows a key with its properties, own and inherited, and the keys below it.",
                        call -> Reply.of(admin.ask(a -> a.key(call.text("key"))), KeyShown::of), KEY),
                Route.put(Role.ADMINISTER, "/metabase/property", "Sets a property.", this::set,
                        Parameter.body("key", "Key, such as /LM/SmtpSvc"),
                        Parameter.body("property", "Name of the property"),
                        Parameter.body("values", "One text, or several of a property that is a list").texts().upTo(LONGEST_VALUE).hidden(),
                        Parameter.body("overrideSeconds", "How long it hides the value of the directory; a local property if not given")
                                .optional().number(1, LONGEST_OVERRIDE)),
                Route.delete(Role.ADMINISTER, "/metabase/property", "Ends a local override, and else takes the property away.",
                        call -> Reply.of(admin.ask(a -> a.unset(call.text("key"), call.text("property")))), KEY,
                        Parameter.query("property", "Name of the property").mandatory()),
                Route.get("/metabase/export", "Writes a key and all below it as text, without secrets.",
                        call -> Reply.of(admin.ask(a -> a.export(call.text("key"))), text -> Map.of("text", text)), KEY),
                Route.get("/metabase/history", "Lists the versions, newest first.",
                        call -> Reply.of(admin.ask(MetabaseAdmin::history))),
                Route.post(Role.ADMINISTER, "/metabase/rollback", "Makes local properties again what they were in a version.",
                        call -> Reply.of(admin.ask(a -> a.rollback(call.number("version", 0)))),
                        Parameter.body("version", "Version, as the history has it").number(0, Long.MAX_VALUE)));
    }

    private Reply set(Call call) {
        Optional<Duration> override = Optional.of(call.number("overrideSeconds", 0)).filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
        return Reply.of(admin.ask(a -> a.set(call.text("key"), call.text("property"), call.texts("values"), override)));
    }
}
