package org.waypost.admin.lockdown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.admin.lockdown.SettingsText.Edit;

/** Closes doors and opens them again. What is done is kept before it is done. For one thread at a time. */
public final class Closer {
    private final Path etc;
    private final StepsFile steps;
    private final Stoppable bundles;

    /**
     * @param etc folder of the configuration
     * @param kept file for what was done; its folder is there
     */
    public Closer(Path etc, Path kept, Stoppable bundles) {
        this.etc = etc;
        this.steps = new StepsFile(new WholeFile(kept));
        this.bundles = bundles;
    }

    /** @return what was before, as a clause. @throws IOException if its file is not there, or a disk fails */
    String close(String name, Measure measure) throws IOException {
        List<Step> all = new ArrayList<>(steps.read());
        String before = "";
        if (measure instanceof Measure.Setting setting) {
            WholeFile file = new WholeFile(etc.resolve(setting.file()));
            SettingsText text = new SettingsText(file.read());
            Edit edit = text.setting(setting.key(), setting.value());
            all.add(new Step.Edited(name, setting.file(), edit));
            steps.write(all);
            file.write(text.with(edit));
            before = Effect.said(setting.file(), edit.before());
        } else if (measure instanceof Measure.Stop stop) {
            all.add(new Step.Stopped(name, stop.bundle()));
            steps.write(all);
            bundles.stop(stop.bundle());
            before = Effect.runs(stop.bundle());
        }
        return before;
    }

    /** The last step first; a step that fails is kept, with those before it. Empty if nothing is closed. */
    List<Effect> undo() throws IOException {
        List<Step> all = new ArrayList<>(steps.read());
        List<Effect> undone = new ArrayList<>();
        while (!all.isEmpty()) {
            undone.add(undo(all.remove(all.size() - 1)));
            steps.write(all);
        }
        return undone;
    }

    private Effect undo(Step step) throws IOException {
        if (step instanceof Step.Stopped stopped) {
            if (bundles.runs(stopped.bundle())) {
                return Effect.none(new Closing(step.name(), false, "The bundle " + stopped.bundle() + " runs already."), Effect.runs(stopped.bundle()));
            }
            bundles.start(stopped.bundle());
            return new Effect(new Closing(step.name(), true, "The bundle " + stopped.bundle() + " runs again."),
                    "the bundle " + stopped.bundle() + " is stopped", Effect.runs(stopped.bundle()));
        }
        return restored((Step.Edited) step);
    }

    private Effect restored(Step.Edited step) throws IOException {
        WholeFile file = new WholeFile(etc.resolve(step.file()));
        String text = file.exists() ? file.read() : "";
        if (!new SettingsText(text).has(step.edit())) {
            return Effect.none(new Closing(step.name(), false, "etc/" + step.file() + " has been changed since and was left as it is: it has"
                    + " no line " + step.edit().after().strip() + "."), "etc/" + step.file() + " was changed since");
        }
        file.write(new SettingsText(text).without(step.edit()));
        return new Effect(new Closing(step.name(), true, "etc/" + step.file() + " says again what it said before."),
                Effect.said(step.file(), step.edit().after()), Effect.said(step.file(), step.edit().before()));
    }

    /** After a start: a new build brings its bundles running. Settings stay by themselves. @return names of what was closed again */
    List<String> keep() throws IOException {
        List<String> again = new ArrayList<>();
        for (Step step : steps.read()) {
            if (step instanceof Step.Stopped stopped && bundles.runs(stopped.bundle())) {
                bundles.stop(stopped.bundle());
                again.add(step.name());
            }
        }
        return again;
    }
}
