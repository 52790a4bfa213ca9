package org.waypost.admin.shell;

import java.util.Optional;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;

/**
 * What a command prints on.
 *
 * @param width in characters; 0 where there is no terminal, so that nothing has to fit
 * @param height in lines; 0 where there is no terminal, or where it is not known
 * @param redraws whether it can be written over
 */
public record Screen(int width, int height, boolean redraws) {
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
    /** Of a terminal that does not say how wide it is. */
    private static final int USUAL = 80;
    /** Under this name Karaf keeps its session in that of Gogo. */
    private static final String SESSION = ".session";
    private static final int STANDARD_OUTPUT = 1;

    public static final Screen NONE = new Screen(0, 0, false);

    /** Of the command that runs in this thread: its session's terminal, and none if it prints into a pipe or a file. */
    public static Screen current() {
        return Optional.ofNullable(Process.Utils.current()).filter(process -> process.isTty(STANDARD_OUTPUT))
                .map(process -> process.job().session().get(SESSION)).map(Session.class::cast).map(Session::getTerminal)
                .map(Screen::of).orElse(NONE);
    }

    private static Screen of(Terminal terminal) {
        return new Screen(terminal.getWidth() > 0 ? terminal.getWidth() : USUAL, Math.max(0, terminal.getHeight()),
                terminal.isAnsiSupported());
    }

    /** What is printed before a picture that takes the place of the one before. */
    public String anew() {
        return redraws ? HOME_AND_CLEAR : "";
    }
}
