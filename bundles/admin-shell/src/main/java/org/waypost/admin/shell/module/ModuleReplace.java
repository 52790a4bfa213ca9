package org.waypost.admin.shell.module;

import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TaskWait;
import org.waypost.admin.shell.Text;
import org.waypost.admin.shell.TextFile;
import org.waypost.modules.Plan;

/** Replaces a module while mail flows, watches it, and rolls it back if it is worse. */
@Service
@Command(scope = "module", name = "replace",
        description = "Replaces a module while mail flows, watches it, and rolls it back if it is worse",
        detailedDescription = "Example: module:replace --watch 2m categorizer-new.jar")
public final class ModuleReplace implements Action {
    @Reference
    private ModuleAdmin admin;

    @Argument(name = "file", description = "Jar of the new version; relative to the home", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--watch", description = "How long it is watched, such as 30s, 5m or 1h; as configured by default")
    private String watch;

    @Option(name = "--sha256", description = "The SHA-256 that the jar must have, in hexadecimal")
    private String sha256;

    @Option(name = "--force", description = "Also if it is part of the platform, so that mail pauses or connections end")
    private boolean force;

    @Option(name = "--plan", description = "Only says what it would do")
    private boolean plan;

    @Override
    public Object execute() throws Refusal {
        Optional<Duration> length = watch == null ? Optional.empty() : Optional.of(Text.length(watch).orElseThrow(() -> new Refusal(
                "\"" + watch + "\" is no length of time such as 30s, 5m or 1h. Nothing was replaced.")));
        Plan staged = Refusal.orValue(admin.stage(TextFile.place(file), Optional.ofNullable(sha256)));
        ModuleView.plan(staged, System.out);
        if (!plan) {
            TaskWait.untilEnd(admin.replace(staged.checksum(), length, force), System.out);
        }
        return null;
    }
}
