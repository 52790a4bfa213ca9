package org.waypost.admin.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;

/** The real command processor below Karaf's shell, with a terminal that is none. Takes over standard output. For one thread. */
final class TestShell implements AutoCloseable {
    private final ThreadIOImpl streams = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(streams);
    private final Session session;
    private int commands;

    /** @param width in characters; 0 for a terminal that does not know, less for no terminal */
    TestShell(int width) {
        Terminal terminal = width < 0 ? null : answers(Terminal.class, width);
        session = (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class},
                (proxy, method, args) -> method.getName().equals("getTerminal") ? terminal : null);
        processor.addCommand("test", (Function) (s, args) -> System.in.transferTo(System.out), "cat");
        streams.start();
    }

    private static <T> T answers(Class<T> type, int number) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, args) -> method.getReturnType() == int.class ? number : method.getReturnType() == boolean.class ? false : null));
    }

    /** What it prints on the terminal. */
    String run(Action action) throws Exception {
        return execute(action, "");
    }

    /** What it prints into a pipe. */
    String runPiped(Action action) throws Exception {
        return execute(action, " | test:cat");
    }

    private String execute(Action action, String after) throws Exception {
        String name = "run" + ++commands;
        processor.addCommand("test", (Function) (s, args) -> action.execute(), name);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true);
        try (CommandSession inner = processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
            inner.put(".session", session);
            inner.execute("test:" + name + after);
        }
        out.flush();
        return output.toString(Charset.defaultCharset());
    }

    @Override
    public void close() {
        processor.stop();
        streams.stop();
    }
}
