package org.waypost.admin.core;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.Task;
import org.waypost.event.EventLog;
import org.waypost.modules.Begun;
import org.waypost.modules.Module;
import org.waypost.modules.ModuleManager;
import org.waypost.modules.Plan;
import org.waypost.modules.Progress;
import org.waypost.modules.Replacement;
import org.waypost.modules.Staging;
import org.waypost.service.Gate;

/** The modules of the server for people. The manager reports its own events. */
public class ModuleUseCases extends UseCases<ModuleManager> implements ModuleAdmin {
    private static final String PREFIX = "org.waypost.";

    private final Patience copying;

    /**
     * @param wait for an answer, positive
     * @param copying how long a jar may take to be copied and read, positive
     */
    public ModuleUseCases(Gate<ModuleManager> manager, EventLog events, Duration wait, Duration copying) {
        super("The module manager", manager, events, wait);
        this.copying = new Patience("The module manager", copying);
    }

    @Override
    public Answer<List<Module>> modules() {
        return ask(ModuleManager::modules, Answer.Ok::new);
    }

    @Override
    public Answer<Plan> stage(Path jar, Optional<String> checksum) {
        String who = Caller.name();
        return copying.await(gate().call(m -> m.stage(jar, checksum, who)), staging ->
                staging instanceof Staging.Ready ready ? new Answer.Ok<>(ready.plan()) : new Answer.Refused<>(((Staging.Refused) staging).reason()));
    }

    @Override
    public Answer<Task> replace(String checksum, Optional<Duration> watch, boolean force) {
        String who = Caller.name();
        return going(m -> m.replace(checksum, watch, force, who));
    }

    @Override
    public Answer<Task> rollback(String name) {
        String who = Caller.name();
        return going(m -> m.rollback(name, who));
    }

    private Answer<Task> going(Function<ModuleManager, CompletionStage<Begun>> wish) {
        return ask(wish, begun -> begun instanceof Begun.Going going
                ? new Answer.Ok<>(new ModuleTask(going.number(), () -> history(Optional.empty()), this::progress))
                : refused((Begun.Refused) begun));
    }

    private static Answer<Task> refused(Begun.Refused refused) {
        return refused.unknown() ? Answer.Refused.unknown(refused.reason()) : new Answer.Refused<>(refused.reason());
    }

    private Optional<Progress> progress() {
        return look(ModuleManager::progress) instanceof Answer.Ok<Optional<Progress>> ok ? ok.value() : Optional.empty();
    }

    @Override
    public Answer<List<Replacement>> history(Optional<String> name) {
        return ask(ModuleManager::history, all -> new Answer.Ok<>(all.stream().filter(r -> name.isEmpty() || r.name().equals(name.get())
                || r.name().equals(PREFIX + name.get())).toList()));
    }
}
