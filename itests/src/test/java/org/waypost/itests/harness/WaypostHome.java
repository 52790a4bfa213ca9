package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One server under test: a home folder of its own, run by the {@code waypost} script as a process of
 * its own. Its ports are free ones; its settings are files in {@code etc/}, written before the start
 * or changed later, as an operator would.
 */
public final class WaypostHome implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration SHELL_LIMIT = Duration.ofSeconds(60);
    private static final String VIRTUAL_SERVER = "org.waypost.smtp.server-";

    private final Path folder;
    private final int smtpPort;

    private WaypostHome(Path folder, int smtpPort) {
        this.folder = folder;
        this.smtpPort = smtpPort;
    }

    /** An empty home below the build folder; what an earlier run left there is removed. */
    public static WaypostHome create(String name) {
        Path folder = Checkout.work().resolve("home-" + name);
        deleteTree(folder);
        WaypostHome home = new WaypostHome(folder, Ports.free());
        home.virtualServer("default", home.smtpPort, Map.of());
        home.configure("org.apache.karaf.shell", Map.of("sshPort", Integer.toString(Ports.free()), "sshHost", "127.0.0.1",
                "sshRealm", "karaf", "sshRole", "ssh", "hostKey", "${karaf.etc}/host.key", "completionMode", "GLOBAL"));
        return home;
    }

    /** Writes {@code etc/<pid>.cfg}, over what was there. */
    public WaypostHome configure(String pid, Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(settings).forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return write("etc/" + pid + ".cfg", text.toString());
    }

    /** Writes the settings of a virtual server on a port of 127.0.0.1. */
    public WaypostHome virtualServer(String name, int port, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("name", name, "bindings", "127.0.0.1:" + port));
        all.putAll(settings);
        return configure(VIRTUAL_SERVER + name, all);
    }

    /** Puts a file below the home in place of an old one in one step, so no half of it is ever read. */
    public WaypostHome write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Starts it and waits until its default virtual server listens. */
    public WaypostHome start() {
        script(START_LIMIT, "run", "--daemon").succeeded();
        Poll.until(Duration.ofSeconds(10), "port " + smtpPort + " of " + folder, () -> listens(smtpPort));
        return this;
    }

    /** Drains and stops it. */
    public void stop() {
        script(START_LIMIT, "stop").succeeded();
    }

    /** Ends it as a power cut would end a process: no chance to tidy up. */
    public void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        Poll.until(Duration.ofSeconds(10), "process " + process.pid() + " is gone", () -> !process.isAlive());
    }

    /** What a command of the administration shell prints. */
    public String shell(String command) {
        return script(SHELL_LIMIT, "shell", command).succeeded().output();
    }

    public Command.Result status() {
        return script(SHELL_LIMIT, "status");
    }

    public ProcessHandle process() {
        long pid = Long.parseLong(read("waypost.pid").trim());
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("process " + pid + " is gone"));
    }

    public Path folder() {
        return folder;
    }

    /** Of the default virtual server. */
    public int smtpPort() {
        return smtpPort;
    }

    public Maildir maildir(String mailbox) {
        return new Maildir(folder.resolve("data/mail").resolve(mailbox));
    }

    /** The catalogued events so far. */
    public String events() {
        return read("data/log/event.log");
    }

    /** One line for each recipient and outcome so far. */
    public String outcomes() {
        return read("data/log/delivery.log");
    }

    public String read(String path) {
        Path file = folder.resolve(path);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it if it runs; the folder stays for whoever looks for the cause of a failure. */
    @Override
    public void close() {
        if (Files.exists(folder.resolve("waypost.pid"))) {
            stop();
        }
    }

    private Command.Result script(Duration limit, String command, String... words) {
        List<String> line = new ArrayList<>(List.of("env", "WAYPOST_BUILT=yes", Checkout.script().toString(), command,
                "--home", folder.toString()));
        line.addAll(List.of(words));
        return Command.run(limit, "", line);
    }

    public static boolean listens(int port) {
        return Daemon.accepts(new InetSocketAddress("127.0.0.1", port));
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
