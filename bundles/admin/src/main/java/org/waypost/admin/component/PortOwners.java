package org.waypost.admin.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.lockdown.Doors;
import org.waypost.admin.lockdown.Measure;
import org.waypost.admin.lockdown.Owner;
import org.waypost.admin.lockdown.Owner.Reach;
import org.waypost.admin.lockdown.Stoppable;
import org.waypost.smtp.VirtualServerStatus;

/** Who has which port, by the configurations in force. */
record PortOwners(Configured configured, ServerAdmin servers, Stoppable bundles) {
    private static final String MANAGEMENT = "org.apache.karaf.management";
    private static final String SHELL = "org.apache.karaf.shell";
    private static final String WEB = "org.ops4j.pax.web";
    private static final String EMBEDDED = "org.waypost.directory.embedded";
    private static final String FELIX = "org.apache.karaf.webconsole.console";
    private static final String HERE = "127.0.0.1";

    private static final Owner JMX = new Owner("jmx", "JMX", Reach.NOBODY, "Nothing of Waypost needs JMX by a port: lockdown --apply jmx stops it.",
            new Measure.Stop("org.apache.karaf.management.server"));
    private static final Owner SSH = new Owner("shell", "shell (SSH)", Reach.MACHINE,
            "lockdown --apply shell keeps it to this machine, unless it is used from others.",
            new Measure.Setting(SHELL + ".cfg", "sshHost", HERE));
    private static final Owner HTTP = new Owner("http", "HTTP without TLS", Reach.NOBODY, "lockdown --apply http closes it: HTTPS does all of it.",
            new Measure.Setting(WEB + ".cfg", "org.osgi.service.http.enabled", "false"));
    private static final Owner CONSOLE = new Owner("console", "console and HTTP interface", Reach.MACHINE,
            "lockdown --apply console keeps it to this machine, unless it is used from others.",
            new Measure.Setting(WEB + ".cfg", "org.ops4j.pax.web.listening.addresses", HERE));
    private static final Owner FELIX_CONSOLE = new Owner("felix-console", "Felix console, at /system/console", Reach.NOBODY,
            "No work on mail needs it: lockdown --apply felix-console stops it.", new Measure.Stop(FELIX));
    private static final Owner SHUTDOWN = new Owner("shutdown", "shutdown of Karaf", Reach.MACHINE,
            "Set karaf.shutdown.port = -1 in etc/config.properties, in force with the next start.");

    Doors find() {
        Map<Integer, Owner> owners = new HashMap<>();
        add(owners, configured.list(MANAGEMENT, "rmiRegistryPort"), JMX);
        add(owners, configured.list(MANAGEMENT, "rmiServerPort"), JMX);
        add(owners, configured.list(SHELL, "sshPort"), SSH);
        add(owners, configured.list(WEB, "org.osgi.service.http.port"), HTTP);
        List<String> console = configured.list(WEB, "org.osgi.service.http.port.secure");
        add(owners, console, CONSOLE);
        add(owners, configured.list(EMBEDDED, "port"), embedded());
        add(owners, shutdownPort(), SHUTDOWN);
        List<VirtualServerStatus> all = servers.servers() instanceof Answer.Ok<List<VirtualServerStatus>> ok ? ok.value() : List.of();
        all.forEach(server -> add(owners, server.listening().stream().map(at -> at.substring(at.lastIndexOf(':') + 1)).toList(),
                new Owner(server.name(), "virtual server " + server.name(), Reach.EVERYBODY, "")));
        Map<Integer, Owner> within = new HashMap<>();
        add(within, bundles.runs(FELIX) ? console : List.of(), FELIX_CONSOLE);
        return new Doors(owners, within);
    }

    /** Karaf writes which it took; it has none if its port is switched off. */
    private static List<String> shutdownPort() {
        Path file = Path.of(System.getProperty("karaf.data", "data"), "port");
        try {
            return Files.exists(file) ? List.of(Files.readString(file).strip()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Other servers may use it, whatever this one does. */
    private Owner embedded() {
        String port = String.join("", configured.list(EMBEDDED, "port"));
        boolean used = configured.list("org.waypost.directory", "servers").stream().anyMatch(url -> url.endsWith(":" + port));
        return used ? new Owner("directory", "embedded directory", Reach.MACHINE,
                "lockdown --apply directory keeps it to this machine, unless other servers use it.",
                Optional.of(new Measure.Setting(EMBEDDED + ".cfg", "address", HERE)), true)
                : new Owner("directory", "embedded directory", Reach.NOBODY,
                        "Another directory is in use here: unless other servers use this one, remove etc/" + EMBEDDED + ".cfg.");
    }

    private static void add(Map<Integer, Owner> owners, List<String> ports, Owner owner) {
        ports.stream().filter(port -> port.matches("\\d{1,5}")).forEach(port -> owners.put(Integer.valueOf(port), owner));
    }
}
