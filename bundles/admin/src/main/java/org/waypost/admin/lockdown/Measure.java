package org.waypost.admin.lockdown;

import java.util.Objects;

/** How a door is closed, in force at once and after a restart. */
public sealed interface Measure {
    /** As people are told, such as {@code sshHost = 127.0.0.1 is set in etc/org.apache.karaf.shell.cfg}. */
    String text();

    /**
     * @param file its name in the folder of the configuration, which is watched
     * @param value without line ends and backslashes
     */
    record Setting(String file, String key, String value) implements Measure {
        public Setting {
            Objects.requireNonNull(file);
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }

        @Override
        public String text() {
            return key + " = " + value + " is set in etc/" + file;
        }
    }

    /** @param bundle symbolic name */
    record Stop(String bundle) implements Measure {
        public Stop {
            Objects.requireNonNull(bundle);
        }

        @Override
        public String text() {
            return "the bundle " + bundle + " is stopped";
        }
    }
}
