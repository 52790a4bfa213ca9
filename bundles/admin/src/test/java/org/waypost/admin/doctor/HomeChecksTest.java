package org.waypost.admin.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.DoctorAdmin.Verdict;

class HomeChecksTest {
    @TempDir
    private Path home;

    @Test
    void passwordsThatEverybodyKnowsAreFound() throws Exception {
        assertEquals(List.of(Verdict.OK), verdicts(new SecretsCheck(facts()).run()));
        Files.writeString(etc("users.properties"), "admin = Xk3jd9,_g_:admingroup\n_g_\\:admingroup = group,admin\nkaraf = karaf,viewer\nbob = secret\n");
        Files.writeString(etc("directory-password"), "secret\n");
        List<Finding> findings = new SecretsCheck(facts()).run();
        assertEquals(List.of(Verdict.PROBLEM, Verdict.PROBLEM, Verdict.PROBLEM), verdicts(findings));
        assertTrue(findings.get(0).sentence().contains("user bob") && findings.get(1).sentence().contains("user karaf"), findings.toString());
    }

    @Test
    void openRelaysAreFoundByTheirSettings() {
        assertEquals(List.of(Verdict.OK), verdicts(relay("10.0.0.0/8", "127.0.0.1", "fd00::/8", "192.168.1.0/24", "172.16.0.0/12", "::1")));
        for (String open : List.of("0.0.0.0/0", "::/0", "0.0.0.0/1", "2000::/3")) {
            assertEquals(List.of(Verdict.PROBLEM), verdicts(relay(open)), open);
        }
        assertEquals(List.of(Verdict.WARNING, Verdict.WARNING, Verdict.WARNING),
                verdicts(relay("198.51.100.0/24", "172.16.0.0/8", "example.com")));
    }

    @Test
    void aClockIsNotBeforeWhatWasWritten() throws Exception {
        Path log = Files.createDirectories(facts().data().resolve("log")).resolve("event.log");
        Files.setLastModifiedTime(Files.writeString(log, "x"), FileTime.from(Instant.parse("2026-01-31T12:00:00Z")));
        assertEquals(Verdict.PROBLEM, clock("2026-01-31T11:00:00Z", List.of()));
        assertEquals(Verdict.SKIPPED, clock("2026-01-31T11:59:30Z", List.of()));
        assertEquals(Verdict.OK, clock("2026-01-31T12:00:00Z", List.of(log)));
    }

    private Verdict clock(String now, List<Path> services) throws Exception {
        return new ClockCheck(facts(), () -> Instant.parse(now), services).run().get(0).verdict();
    }

    @Test
    void theRoomOfADiskIsJudged() {
        assertEquals(Verdict.OK, disk(200, 1000));
        assertEquals(Verdict.WARNING, disk(50, 1000));
        assertEquals(Verdict.PROBLEM, disk(10, 1000));
        assertEquals(Verdict.PROBLEM, new DiskCheck(new DiskCheck.Space("data", 1000, 2000)).run().get(0).verdict());
        assertEquals("The disk of data does not say how much room it has.", new DiskCheck(new DiskCheck.Space("data", 0, 0)).run().get(0).sentence());
    }

    @Test
    void certificatesAreJudgedByTheirDates() throws Exception {
        Path store = etc("console.p12");
        Files.writeString(etc("org.ops4j.pax.web.cfg"), "org.ops4j.pax.web.ssl.keystore.password = changeit\n");
        keytool("-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=a", "-validity", "100", "-keystore", store.toString());
        Path pem = etc("server.pem");
        keytool("-exportcert", "-rfc", "-alias", "a", "-keystore", store.toString(), "-file", pem.toString());
        Instant made = Instant.now();
        assertEquals(List.of(Verdict.OK, Verdict.OK), certificates(made.plusSeconds(60)));
        assertEquals(List.of(Verdict.WARNING, Verdict.WARNING), certificates(made.plus(Duration.ofDays(80))));
        assertEquals(List.of(Verdict.PROBLEM, Verdict.PROBLEM), certificates(made.plus(Duration.ofDays(101))));
        assertEquals(List.of(Verdict.PROBLEM, Verdict.PROBLEM), certificates(made.minus(Duration.ofDays(2))));
        Files.writeString(pem, "nothing");
        Files.writeString(store, "nothing");
        assertEquals(List.of(Verdict.PROBLEM, Verdict.PROBLEM), certificates(made.plusSeconds(60)));
    }

    private List<Verdict> certificates(Instant now) throws Exception {
        Facts facts = facts(new Facts.VirtualServer("main", "", List.of(), "etc/server.pem"));
        return verdicts(new CertificateCheck(facts, InstantSource.fixed(now)).run());
    }

    private static Verdict disk(long freeGiB, long totalGiB) {
        return new DiskCheck(new DiskCheck.Space("data", freeGiB << 30, totalGiB << 30)).run().get(0).verdict();
    }

    private List<Finding> relay(String... networks) {
        return new RelayCheck(facts(new Facts.VirtualServer("main", "", List.of(networks), ""))).run();
    }

    private Facts facts(Facts.VirtualServer... servers) {
        return new Facts(List.of(servers), List.of(), List.of(), List.of(), home.resolve("etc"), home);
    }

    private Path etc(String file) throws Exception {
        return Files.createDirectories(home.resolve("etc")).resolve(file);
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                arguments[0], "-storepass", "changeit"), Stream.of(arguments).skip(1)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }

    private static List<Verdict> verdicts(List<Finding> findings) {
        return findings.stream().map(Finding::verdict).toList();
    }
}
