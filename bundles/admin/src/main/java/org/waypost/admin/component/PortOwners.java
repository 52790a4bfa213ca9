package org.waypost.admin.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.lockdown.Owner;
import org.waypost.admin.lockdown.Owner.Reach;
import org.waypost.smtp.VirtualServerStatus;

/** Who has which port, by the configurations in force. */
record PortOwners(Configured configured, ServerAdmin servers) {
    Map<Integer, Owner> find() {
        Map<Integer, Owner> owners = new HashMap<>();
        String jmx = "Nothing of Waypost needs JMX from outside: stop its connector with feature:uninstall management.";
        add(owners, configured.list("org.apache.karaf.management", "rmiRegistryPort"), new Owner("JMX registry", Reach.NOBODY, jmx));
        add(owners, configured.list("org.apache.karaf.management", "rmiServerPort"), new Owner("JMX server", Reach.NOBODY, jmx));
        add(owners, configured.list("org.apache.karaf.shell", "sshPort"), new Owner("shell (SSH)", Reach.MACHINE,
                "Set sshHost = 127.0.0.1 in etc/org.apache.karaf.shell.cfg."));
        add(owners, configured.list("org.ops4j.pax.web", "org.osgi.service.http.port.secure"), new Owner("console and HTTP interface",
                Reach.MACHINE, "Set org.ops4j.pax.web.listening.addresses = 127.0.0.1 in etc/org.ops4j.pax.web.cfg unless others need it."));
        add(owners, configured.list("org.waypost.directory.embedded", "port"), embedded());
        add(owners, shutdownPort(), new Owner("shutdown of Karaf", Reach.MACHINE, "Set karaf.shutdown.host = 127.0.0.1 in etc/config.properties."));
        List<VirtualServerStatus> all = servers.servers() instanceof Answer.Ok<List<VirtualServerStatus>> ok ? ok.value() : List.of();
        all.forEach(server -> add(owners, server.listening().stream().map(at -> at.substring(at.lastIndexOf(':') + 1)).toList(),
                new Owner("virtual server " + server.name(), Reach.EVERYBODY, "")));
        return owners;
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

    private Owner embedded() {
        String port = String.join("", configured.list("org.waypost.directory.embedded", "port"));
        boolean used = configured.list("org.waypost.directory", "servers").stream().anyMatch(url -> url.endsWith(":" + port));
        return new Owner("embedded directory", used ? Reach.MACHINE : Reach.NOBODY, used
                ? "Set address = 127.0.0.1 in etc/org.waypost.directory.embedded.cfg unless other servers use it."
                : "Another directory is in use: remove etc/org.waypost.directory.embedded.cfg.");
    }

    private static void add(Map<Integer, Owner> owners, List<String> ports, Owner owner) {
        ports.stream().filter(port -> port.matches("\\d{1,5}")).forEach(port -> owners.put(Integer.valueOf(port), owner));
    }
}
