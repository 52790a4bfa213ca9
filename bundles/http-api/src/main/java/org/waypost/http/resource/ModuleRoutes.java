package org.waypost.http.resource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.ModuleAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** The modules of the server. */
record ModuleRoutes(Late<ModuleAdmin> admin, Tasks tasks) {
    private static final int LONGEST_NAME = 100;
    private static final long LONGEST_WATCH = Duration.ofHours(1).toSeconds();

    List<Route> routes() {
        return List.of(
                Route.get("/modules", "Lists the modules.", call -> Reply.of(admin.ask(ModuleAdmin::modules))),
                Route.get("/modules/history", "Lists the replacements that have ended, the last first.",
                        call -> Reply.of(admin.ask(a -> a.history(call.optionalText("module")))),
                        Parameter.query("module", "Only those of this module")),
                Route.post(Role.ADMINISTER, "/modules/staged", "Keeps the jar that is the body, of any Content-Type, and tells what"
                        + " putting it in would do; nothing that runs changes.", this::stage,
                        Parameter.query("checksum", "The SHA-256 that it must have, in hexadecimal"),
                        Parameter.query("name", "What the file is called, for the answer; else upload.jar")),
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
        Path folder = Files.createTempDirectory("module");
        Path jar = folder.resolve(name(call));
        try {
            Files.copy(call.request().getInputStream(), jar);
            return Reply.of(named(folder, admin.ask(a -> a.stage(jar, call.optionalText("checksum")))));
        } finally {
            Files.deleteIfExists(jar);
            Files.delete(folder);
        }
    }

    /** Nothing that could lead to another folder. */
    private static String name(Call call) {
        String name = call.optionalText("name").orElse("").replaceAll("[^A-Za-z0-9._-]", "_");
        String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        return end.matches("[._]*") ? "upload.jar" : end;
    }

    /** Who sent a file knows its name, not where it was put for a moment. */
    private static <T> Answer<T> named(Path folder, Answer<T> answer) {
        return answer instanceof Answer.Refused<T> refused
                ? new Answer.Refused<>(refused.reason().replace(folder + File.separator, ""), refused.cause()) : answer;
    }

    private Reply replace(Call call) {
        Optional<Duration> watch = Optional.of(call.number("watchSeconds", 0)).filter(seconds -> seconds > 0).map(Duration::ofSeconds);
        return tasks.begin("replace a module by the jar " + call.text("checksum"), call.user(),
                admin.ask(a -> a.replace(call.text("checksum"), watch, call.flag("force", false))));
    }
}
