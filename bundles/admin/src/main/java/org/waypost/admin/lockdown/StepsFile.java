package org.waypost.admin.lockdown;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.waypost.admin.lockdown.SettingsText.Edit;

/** What was done and is not undone, the last step last, in the form of {@link Properties}. */
record StepsFile(WholeFile file) {
    /** Empty if there is no file. @throws IOException also if it is none of ours */
    List<Step> read() throws IOException {
        if (!file.exists()) {
            return List.of();
        }
        Properties all = new Properties();
        all.load(new StringReader(file.read()));
        List<Step> steps = new ArrayList<>();
        for (int i = 1; all.containsKey(i + ".name"); i++) {
            String prefix = i + ".";
            String name = all.getProperty(prefix + "name");
            steps.add(all.containsKey(prefix + "bundle") ? new Step.Stopped(name, all.getProperty(prefix + "bundle"))
                    : new Step.Edited(name, of(all, prefix + "file"), new Edit(of(all, prefix + "before"), of(all, prefix + "after"))));
        }
        return steps;
    }

    private String of(Properties all, String key) throws IOException {
        String value = all.getProperty(key);
        if (value == null) {
            throw new IOException(file.path() + " has no " + key);
        }
        return value;
    }

    void write(List<Step> steps) throws IOException {
        if (steps.isEmpty()) {
            file.delete();
            return;
        }
        Properties all = new Properties();
        for (int i = 0; i < steps.size(); i++) {
            put(all, i + 1 + ".", steps.get(i));
        }
        StringWriter text = new StringWriter();
        all.store(text, "What lockdown closed; lockdown --undo needs it.");
        file.write(text.toString());
    }

    private static void put(Properties all, String prefix, Step step) {
        all.setProperty(prefix + "name", step.name());
        if (step instanceof Step.Stopped stopped) {
            all.setProperty(prefix + "bundle", stopped.bundle());
        } else if (step instanceof Step.Edited edited) {
            all.setProperty(prefix + "file", edited.file());
            all.setProperty(prefix + "before", edited.edit().before());
            all.setProperty(prefix + "after", edited.edit().after());
        }
    }
}
