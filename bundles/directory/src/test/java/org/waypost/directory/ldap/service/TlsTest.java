package org.waypost.directory.ldap.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.waypost.directory.ldap.service.Access.get;
import static org.waypost.directory.ldap.service.Access.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.Search.Role;
import org.waypost.directory.ldap.DirectoryEvent;
import org.waypost.directory.ldap.service.Access.Way;
import org.waypost.testkit.ldap.Slapd;

/** LDAPS and StartTLS with a slapd whose certificate is for 127.0.0.1. */
class TlsTest {
    @TempDir
    private static Path folder;
    private static Path certificate;
    private static Slapd slapd;
    private final Access access = new Access();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Slapd.isInstalled() && Files.isExecutable(Path.of("/usr/bin/openssl")));
        certificate = certificate("server", "IP:127.0.0.1");
        slapd = Slapd.startWithBase(Slapd.Setup.in(folder.resolve("slapd")).tls(certificate, folder.resolve("server.key")));
    }

    @AfterAll
    static void stop() {
        if (slapd != null) {
            slapd.close();
        }
    }

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void ldapsIsSpoken() throws Exception {
        assertTrue(answers(access.to(Way.anonymous().trusting(certificate), slapd.secureUrl()).directory()));
    }

    @Test
    void startTlsIsSpoken() throws Exception {
        assertTrue(answers(access.to(Way.anonymous().secured().trusting(certificate), slapd.url()).directory()));
    }

    @Test
    void anUnknownCertificateIsNotBelieved() throws Exception {
        Path other = certificate("other", "IP:127.0.0.1");
        assertThrows(DirectoryAwayException.class, () -> answers(access.to(Way.anonymous().trusting(other), slapd.secureUrl()).directory()));
        assertThrows(DirectoryAwayException.class, () -> answers(access.to(Way.anonymous().secured().trusting(other), slapd.url()).directory()));
        assertThrows(DirectoryAwayException.class, () -> answers(access.to(Way.anonymous(), slapd.secureUrl()).directory()));
    }

    @Test
    void aCertificateOfAnotherHostIsNotBelieved() {
        String byName = slapd.secureUrl().replace("127.0.0.1", "localhost");
        assertThrows(DirectoryAwayException.class, () -> answers(access.to(Way.anonymous().trusting(certificate), byName).directory()));
        until(() -> !access.events.of(DirectoryEvent.SERVER_DOWN).isEmpty());
        String reason = access.events.of(DirectoryEvent.SERVER_DOWN).get(0).parameters().get(1).toString();
        assertTrue(reason.contains("not for localhost"), reason);
    }

    private static boolean answers(Directory directory) throws Exception {
        return get(directory.read(Role.DOMAIN, Access.BASE, Set.of())).isPresent();
    }

    private static Path certificate(String name, String subject) throws Exception {
        Path file = folder.resolve(name + ".crt");
        Process openssl = new ProcessBuilder(List.of("/usr/bin/openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                "/CN=" + name, "-addext", "subjectAltName=" + subject, "-keyout", folder.resolve(name + ".key").toString(), "-out", file.toString()))
                .redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertTrue(openssl.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, openssl.exitValue());
        return file;
    }
}
