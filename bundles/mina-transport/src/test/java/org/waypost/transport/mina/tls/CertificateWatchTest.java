package org.waypost.transport.mina.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.transport.mina.TestCertificate;

class CertificateWatchTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"RSA,true", "RSA,false", "EC,true", "EC,false"})
    void readsEveryFormOfKey(String algorithm, boolean pkcs8) throws Exception {
        CertificateWatch watch = new CertificateWatch(TestCertificate.write(folder, "a", algorithm, pkcs8));
        assertEquals(Optional.empty(), watch.problem());
        assertTrue(watch.credentials().isPresent());
        assertEquals(CertificateWatch.Change.NONE, watch.poll());
    }

    @Test
    void aKeyOfAnotherCertificateIsAProblemAndChangesNothing() throws Exception {
        TlsFiles files = TestCertificate.write(folder, "a", "RSA", true);
        CertificateWatch watch = new CertificateWatch(files);
        var before = watch.credentials();
        byte[] certificate = Files.readAllBytes(files.certificateChain());
        TestCertificate.write(folder, "b", "RSA", false);
        Files.write(files.certificateChain(), certificate);
        assertEquals(CertificateWatch.Change.BROKEN, watch.poll());
        assertTrue(watch.problem().orElseThrow().contains("is not the key of"));
        assertSame(before, watch.credentials());
    }

    @Test
    void anAbsentFileIsAProblemUntilItComes() throws Exception {
        TlsFiles files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        CertificateWatch watch = new CertificateWatch(files);
        assertTrue(watch.problem().orElseThrow().contains("it cannot be shown"));
        TestCertificate.write(folder, "a", "EC", true);
        assertEquals(CertificateWatch.Change.LOADED, watch.poll());
        assertEquals(Optional.empty(), watch.problem());
    }
}
