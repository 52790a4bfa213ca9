package org.waypost.admin.lockdown;

import java.util.Objects;
import org.waypost.admin.lockdown.SettingsText.Edit;

/** What was done to close a door, as it is kept until it is undone. */
sealed interface Step {
    /** Of the door. */
    String name();

    /** @param file its name in the folder of the configuration */
    record Edited(String name, String file, Edit edit) implements Step {
        public Edited {
            Objects.requireNonNull(name);
            Objects.requireNonNull(file);
            Objects.requireNonNull(edit);
        }
    }

    /** @param bundle symbolic name */
    record Stopped(String name, String bundle) implements Step {
        public Stopped {
            Objects.requireNonNull(name);
            Objects.requireNonNull(bundle);
        }
    }
}
