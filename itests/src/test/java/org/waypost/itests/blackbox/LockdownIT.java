package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.management.ConnectorServerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.LoggedInClient;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.WaypostHome;

/** Doors that stand open to other machines are listed, closed and opened again, while mail is taken. */
@ExtendWith(SharedSite.class)
class LockdownIT {
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final String OTHERS = "127.0.0.2";
    private static final String WEB = "etc/org.ops4j.pax.web.cfg";
    private static final String JMX = "org.apache.karaf.management";

    private final WaypostHome home;
    private final Site site;
    private final int smtp = Ports.free();
    private final int http = Ports.free();
    private final int registry = Ports.free();
    private final int jmx = Ports.free();

    LockdownIT(Site site) {
        this.site = site;
        home = site.home();
    }

    @Test
    void whatOthersCanReachIsClosedAndOpenedAgain() throws Exception {
        String web = home.read(WEB);
        try (LoggedInClient browser = LoggedInClient.of(home)) {
            try {
                open(web);
                closeAndOpen();
            } finally {
                restore(web, browser);
            }
            assertEquals(List.of(), browser.refusals(), "who is logged in stays so");
        }
    }

    private void closeAndOpen() throws IOException {
        Poll.until(SETTLING, "all doors are open", () -> areOpen(true));
        String listed = home.shell("lockdown");
        assertTrue(row(listed, http).matches(".* others .* http .* no .*"), listed);
        assertTrue(row(listed, home.consolePort()).contains("others"), listed);
        assertTrue(row(listed, registry).contains("jmx") && row(listed, jmx).contains("jmx"), listed);
        assertTrue(row(listed, smtp).matches(".* others .* wide .* yes .*"), listed);

        String closed = home.shell("lockdown --apply");
        assertFalse(closed.contains("listens still"), closed);
        assertTrue(areOpen(false), home.shell("lockdown"));
        assertTrue(WaypostHome.listens(home.consolePort()), "the console is for this machine still");
        takesMail();

        assertTrue(home.shell("lockdown --undo").contains("runs again"));
        Poll.until(SETTLING, "all doors are open again", () -> areOpen(true));
        takesMail();
    }

    private void open(String web) throws IOException, URISyntaxException {
        site.virtualServer("wide", smtp, Map.of("bindings", "0.0.0.0:" + smtp));
        home.write(WEB, web.replace("listening.addresses = 127.0.0.1", "listening.addresses = 0.0.0.0")
                .replace("http.enabled = false", "http.enabled = true") + "org.osgi.service.http.port = " + http + "\n");
        home.configureKaraf(JMX, Map.of("rmiRegistryHost", "0.0.0.0", "rmiRegistryPort", Integer.toString(registry),
                "rmiServerHost", "0.0.0.0", "rmiServerPort", Integer.toString(jmx), "jmxRealm", "karaf",
                "serviceUrl", "service:jmx:rmi://0.0.0.0:" + jmx + "/jndi/rmi://0.0.0.0:" + registry + "/karaf"));
        Path jar = Path.of(ConnectorServerFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path part = Files.copy(jar, home.folder().resolve("jmx.part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, deployed(), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean areOpen(boolean wanted) {
        return Arrays.stream(new int[] {http, home.consolePort(), registry, jmx}).allMatch(port -> WaypostHome.listens(OTHERS, port) == wanted);
    }

    private Path deployed() {
        return home.folder().resolve("deploy/jmx.jar");
    }

    private void takesMail() throws IOException {
        try (RawSmtp server = RawSmtp.hello(smtp)) {
            server.command("NOOP").expect(250);
        }
    }

    private void restore(String web, LoggedInClient browser) throws IOException {
        home.ask("lockdown --undo");
        home.write(WEB, web);
        Files.deleteIfExists(deployed());
        Files.deleteIfExists(home.folder().resolve("etc/" + JMX + ".cfg"));
        Poll.until(SETTLING, "the doors are closed", () -> areOpen(false) && WaypostHome.listens(home.consolePort()));
        Poll.until(SETTLING, "the console answers as before", () -> browser.status("") == 200);
    }

    private static String row(String listed, int port) {
        return listed.lines().filter(line -> line.strip().startsWith(port + " ")).findFirst().orElse("");
    }
}
