package org.waypost.admin.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.admin.CertificateAdmin.Certificate;
import org.waypost.admin.CertificateAdmin.Used;

class CertificateUseCasesTest {
    @TempDir
    private Path home;
    private Path etc;

    @BeforeEach
    void make() throws Exception {
        etc = Files.createDirectory(home.resolve("etc"));
        Path store = etc.resolve("console.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        run(keytool.toString(), "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=mail.example.com", "-validity", "100",
                "-ext", "SAN=dns:mail.example.com,dns:mx.example.com,ip:192.0.2.1", "-keystore", store.toString(), "-storepass", "waypost");
        run(keytool.toString(), "-exportcert", "-rfc", "-alias", "a", "-keystore", store.toString(), "-storepass", "waypost",
                "-file", etc.resolve("mail.crt").toString());
        Files.writeString(etc.resolve("org.ops4j.pax.web.cfg"), "org.ops4j.pax.web.ssl.keystore.password = waypost\n");
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor());
    }

    private List<Used> at(Instant now) {
        List<CertificateFile> files = List.of(CertificateFile.ofServer("main", etc, "etc/mail.crt"),
                CertificateFile.ofConsole(etc).get(0), CertificateFile.ofServer("broken", etc, "../none.crt"));
        return ((Answer.Ok<List<Used>>) new CertificateUseCases(() -> files, InstantSource.fixed(now)).certificates()).value();
    }

    @Test
    void eachIsReadFromItsFileAndWhatCannotBeComesFirst() {
        Instant now = Instant.now();
        List<Used> all = at(now.plus(Duration.ofDays(1)));
        assertEquals(List.of("virtual server broken", "console", "virtual server main"), all.stream().map(Used::user).toList());
        assertEquals("It cannot be read: there is no such file.", all.get(0).problem());
        assertEquals(home.resolveSibling("none.crt").toString(), all.get(0).file(), "outside the home");
        assertEquals(List.of("etc/console.p12", "etc/mail.crt"), all.subList(1, 3).stream().map(Used::file).toList());
        assertEquals(etc.resolve("mail.crt").toString(), all.get(2).path());
        assertEquals(Optional.empty(), all.get(0).certificate());
        Certificate main = all.get(2).certificate().orElseThrow();
        assertEquals("CN=mail.example.com", main.subject());
        assertEquals(List.of("mail.example.com", "mx.example.com", "192.0.2.1"), main.names());
        assertEquals("", all.get(2).problem());
        assertTrue(main.daysLeft() >= 98 && main.daysLeft() <= 99, main.toString());
        assertEquals(main, all.get(1).certificate().orElseThrow());
    }

    @Test
    void itsDatesAreHeldAgainstTheClock() {
        Instant now = Instant.now();
        assertTrue(at(now.plus(Duration.ofDays(103))).get(2).problem().startsWith("It is out of force since "));
        assertTrue(at(now.plus(Duration.ofDays(103))).get(2).certificate().orElseThrow().daysLeft() < 0);
        assertTrue(at(now.minus(Duration.ofDays(2))).get(2).problem().startsWith("It is not in force before "));
    }

    @Test
    void aServerWithoutAConsoleHasNone() throws Exception {
        Files.delete(etc.resolve("console.p12"));
        assertEquals(List.of(), CertificateFile.ofConsole(etc));
    }
}
