package org.waypost.metric.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waypost.modules.ModuleManager;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

/** Replacements of modules, as far as their history is kept. */
public record ModuleSource(Services services) implements Source {
    private static final long PATIENCE = 2;

    @Override
    public void tell(Gauges gauges) throws Exception {
        Optional<ModuleManager> modules = services.modules().get();
        if (modules.isPresent()) {
            List<Replacement> history = modules.get().history().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
            for (Verdict verdict : Verdict.values()) {
                gauges.set("waypost_module_replacements", "Replacements of modules in the history that is kept, by what became of them.",
                        history.stream().filter(replacement -> replacement.verdict() == verdict).count(),
                        "verdict", verdict.name().toLowerCase(Locale.ROOT));
            }
            gauges.set("waypost_module_replacement_in_progress", "Whether a module is being replaced or watched.",
                    modules.get().progress().isPresent());
        }
    }
}
