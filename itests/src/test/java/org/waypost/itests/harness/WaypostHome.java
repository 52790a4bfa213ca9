package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One server under test: a home folder of its own, run by the {@code waypost} script as a process of
 * its own. Its ports are free ones. Its settings are files in {@code etc/} before the first start, which
 * the server imports, and properties of its metabase later.
 */
public final class WaypostHome implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final Duration SHELL_LIMIT = Duration.ofSeconds(60);
    /** A server of a test lives for a minute: what the second compiler makes of its code would come too late. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path folder;
    private final String host;
    private final int smtpPort;
    private final int consolePort = Ports.free();
    private final int shellPort = Ports.free();
    private String javaOptions = QUICK_START;

    private WaypostHome(Path folder, String host, int smtpPort) {
        this.folder = folder;
        this.host = host;
        this.smtpPort = smtpPort;
    }

    /** An empty home below the build folder; what an earlier run left there is removed. */
    public static WaypostHome create(String name) {
        WaypostHome home = bare(name);
        home.virtualServer("default", home.smtpPort, Map.of());
        return home;
    }

    /** As {@link #create}, without any setting of ours: it will live by a directory. */
    public static WaypostHome bare(String name) {
        return bare(name, "127.0.0.1", Ports.free());
    }

    /** As {@link #bare(String)}. @param host where its virtual server is to listen: what the directory says of it */
    public static WaypostHome bare(String name, String host, int smtpPort) {
        WaypostHome home = new WaypostHome(Checkout.fresh("home-" + name), host, smtpPort);
        home.configureKaraf("org.apache.karaf.shell", Map.of("sshPort", Integer.toString(home.shellPort), "sshHost", "127.0.0.1",
                "sshRealm", "karaf", "sshRole", "ssh", "hostKey", "${karaf.etc}/host.key", "completionMode", "GLOBAL"));
        home.write("etc/org.ops4j.pax.web.cfg", Checkout.text("karaf-assembly/src/main/resources/etc/org.ops4j.pax.web.cfg")
                .replace("8443", Integer.toString(home.consolePort)));
        return home;
    }

    /** With the Java options of the product, not those of a quick start: for the next start. */
    public WaypostHome asInstalled() {
        javaOptions = "";
        return this;
    }

    /** Gives a pid settings: in {@code etc/<pid>.cfg} before the first start, in the metabase later. */
    public WaypostHome configure(String pid, Map<String, String> settings) {
        return isFresh() ? configureKaraf(pid, settings) : set(MetabasePath.of(pid), MetabasePath.keyType(pid), settings);
    }

    /** Writes {@code etc/<pid>.cfg}, over what was there: for what the platform reads by itself. */
    public WaypostHome configureKaraf(String pid, Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(settings).forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return write("etc/" + pid + ".cfg", text.toString());
    }

    /** Sets properties of a key of the metabase, whose type comes last: it is handed over when it is whole. */
    public WaypostHome set(String key, String keyType, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(new TreeMap<>(settings));
        all.put("KeyType", keyType);
        shell(all.entrySet().stream().map(e -> "metabase:set " + key + " " + e.getKey() + " '" + e.getValue() + "'")
                .collect(Collectors.joining("; ")));
        return this;
    }

    /** A property of the metabase has its default again. */
    public WaypostHome unset(String key, String property) {
        shell("metabase:set --unset " + key + " " + property);
        return this;
    }

    private boolean isFresh() {
        return !Files.exists(folder.resolve("data/metabase"));
    }

    /** Writes the settings of a virtual server on a port of 127.0.0.1. */
    public WaypostHome virtualServer(String name, int port, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("name", name, "bindings", "127.0.0.1:" + port));
        all.putAll(settings);
        return configure(MetabasePath.VIRTUAL_SERVER + name, all);
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
        WarmStart warm = WarmStart.ofAssembly();
        warm.giveTo(folder);
        script(START_LIMIT, "run", "--daemon").succeeded();
        warm.keepOf(folder);
        Poll.until(Duration.ofSeconds(10), "port " + smtpPort + " of " + folder,
                () -> Daemon.accepts(new InetSocketAddress(host, smtpPort)));
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
        return askShell(command).succeeded().output();
    }

    /** What a command prints, whether it was refused or not. */
    public String ask(String command) {
        return askShell(command).output();
    }

    /** What a command prints that is refused. */
    public String refusedShell(String command) {
        Command.Result result = askShell(command);
        if (result.exit() == 0) {
            throw new AssertionError("not refused: " + command + "\n" + result.output());
        }
        return result.output();
    }

    /** What {@code ./waypost shell} prints and how it ends: the same as the others, by a slow process. */
    public Command.Result scriptedShell(String command) {
        return script(SHELL_LIMIT, "shell", command);
    }

    /** What is to be seen at a terminal of so many columns after a command was typed, with the prompts. */
    public String typedShell(String command, int columns) {
        return new SshShell(shellPort, adminPassword(), SHELL_LIMIT).typed(command, columns);
    }

    private Command.Result askShell(String command) {
        return new SshShell(shellPort, adminPassword(), SHELL_LIMIT).run(command);
    }

    /** Starts a shell that runs commands, and does not wait for it; both its outputs come as one. */
    public Process spawnShell(String commands) {
        try {
            return new ProcessBuilder(words("shell", commands)).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Address of the default virtual server. */
    public String host() {
        return host;
    }

    /** Of the default virtual server. */
    public int smtpPort() {
        return smtpPort;
    }

    /** Of the default virtual server. */
    public InetSocketAddress smtpAddress() {
        return new InetSocketAddress(host, smtpPort);
    }

    /** Of the console and the HTTP interface, by TLS on 127.0.0.1. */
    public int consolePort() {
        return consolePort;
    }

    /** Of the shell's user admin. */
    public String adminPassword() {
        return read("etc/users.properties").lines().filter(line -> line.startsWith("admin =")).findFirst().orElseThrow()
                .replaceFirst("admin = ([^,]*),.*", "$1");
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
        return Command.run(limit, "", words(command, words));
    }

    private List<String> words(String command, String... more) {
        List<String> line = new ArrayList<>(List.of("env", "WAYPOST_BUILT=yes", "WAYPOST_JAVA_OPTS=" + javaOptions, Checkout.script().toString(), command,
                "--home", folder.toString()));
        line.addAll(List.of(more));
        return line;
    }

    public static boolean listens(int port) {
        return listens("127.0.0.1", port);
    }

    /** @param address 127.0.0.2 is answered by what listens on all addresses, and not by what listens on 127.0.0.1 */
    public static boolean listens(String address, int port) {
        return Daemon.accepts(new InetSocketAddress(address, port));
    }
}
