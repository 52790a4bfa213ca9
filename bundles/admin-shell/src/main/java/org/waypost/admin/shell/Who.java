package org.waypost.admin.shell;

import org.apache.karaf.shell.api.console.Session;

/** Who gives a command. */
public final class Who {
    private Who() {
    }

    /** The name that the session was opened with. */
    public static String of(Session session) {
        Object user = session.get("USER");
        return user == null ? "shell" : user.toString();
    }
}
