package org.waypost.admin.shell;

import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;

/**
 * What a command prints on.
 *
 * @param width in characters; 0 where there is no terminal, so that nothing has to fit
 * @param height in lines; 0 where there is no terminal
 * @param redraws whether it can be written over
 */
public record Screen(int width, int height, boolean redraws) {
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

    public static final Screen NONE = new Screen(0, 0, false);

    public static Screen of(Session session) {
        Terminal terminal = session.getTerminal();
        return terminal == null || terminal.getWidth() <= 0 ? NONE
                : new Screen(terminal.getWidth(), Math.max(0, terminal.getHeight()), terminal.isAnsiSupported());
    }

    /** What is printed before a picture that takes the place of the one before. */
    public String anew() {
        return redraws ? HOME_AND_CLEAR : "";
    }
}
