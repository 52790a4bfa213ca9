package org.waypost.http.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.ModuleAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** The modules of the server. */
record ModuleRoutes(Late<ModuleAdmin> admin, Tasks tasks) {
    private static final long LONGEST_WATCH = Duration.ofHours(1).toSeconds();

    List<Route> routes() {
        return List.of(
                Route.get("/modules", "Lists the modules.", call -> Reply.of(admin.ask(ModuleAdmin::modules))),
                Route.get("/modules/history", "Lists the replacements that have ended, the last first.",
                        call -> Reply.of(admin.ask(a -> a.history(call.optionalText("module")))),
                        Parameter.query("module", "Only those of this module")),
                Route.post(Role.ADMINISTER, "/modules/staged", "Keeps the jar that is the body, of any Content-Type, and tells what"
                        + " putting it in would do; nothing that runs changes.", this::stage,
                        Parameter.query("checksum", "The SHA-256 that it must have, in hexadecimal")),
                Route.post(Role.ADMINISTER, "/modules/replace", "Begins to put in a jar that was staged.", this::replace,
                        Parameter.body("checksum", "As the answer to the staging has it"),
                        Parameter.body("watchSeconds", "How long it is watched; else the configured time").optional().number(1, LONGEST_WATCH),
                        Parameter.body("force", "Whether a module of the platform may be replaced").optional().flag()),
                Route.post(Role.ADMINISTER, "/modules/{module}/rollback", "Begins to put back the jar that ran before.",
                        call -> tasks.begin("put back the module " + call.text("module"), call.user(),
                                admin.ask(a -> a.rollback(call.text("module")))),
                        Parameter.path("module", "Name of the module")));
    }

    private Reply stage(Call call) throws IOException {
        Path jar = Files.createTempFile("module", ".jar");
        try {
            Files.copy(call.request().getInputStream(), jar, StandardCopyOption.REPLACE_EXISTING);
            return Reply.of(admin.ask(a -> a.stage(jar, call.optionalText("checksum"))));
        } finally {
            Files.delete(jar);
        }
    }

    private Reply replace(Call call) {
        Optional<Duration> watch = Optional.of(call.number("watchSeconds", 0)).filter(seconds -> seconds > 0).map(Duration::ofSeconds);
        return tasks.begin("replace a module by the jar " + call.text("checksum"), call.user(),
                admin.ask(a -> a.replace(call.text("checksum"), watch, call.flag("force", false))));
    }
}
