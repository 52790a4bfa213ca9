package org.waypost.admin.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A file that certificates are read from.
 *
 * @param user who shows them, such as {@code virtual server main}
 * @param home of the server, absolute
 * @param file absolute
 * @param console whether it is the key store of the console, whose password stands beside it
 */
public record CertificateFile(String user, Path home, Path file, boolean console) {
    private static final String CONSOLE = "console.p12";
    private static final String CONSOLE_SETTINGS = "org.ops4j.pax.web.cfg";
    private static final String PASSWORD = "org.ops4j.pax.web.ssl.keystore.password";

    /** PEM of a virtual server. @param etc of the home; @param setting as the virtual server has it, relative to the home or absolute */
    public static CertificateFile ofServer(String name, Path etc, String setting) {
        Path home = home(etc);
        return new CertificateFile("virtual server " + name, home, home.resolve(setting).normalize(), false);
    }

    /** None before the console was started once. */
    public static List<CertificateFile> ofConsole(Path etc) {
        Path home = home(etc);
        Path file = etc.toAbsolutePath().normalize().resolve(CONSOLE);
        return Files.exists(file) ? List.of(new CertificateFile("console", home, file, true)) : List.of();
    }

    private static Path home(Path etc) {
        return etc.toAbsolutePath().normalize().getParent();
    }

    /** For people: relative to the home if it is below it. */
    public String shown() {
        return (file.startsWith(home) ? home.relativize(file) : file).toString();
    }

    /** In their order, which begins with the own one in PEM. */
    public List<X509Certificate> read() throws IOException, GeneralSecurityException {
        return console ? store() : pem();
    }

    private List<X509Certificate> pem() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
        }
    }

    private List<X509Certificate> store() throws IOException, GeneralSecurityException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(file.resolveSibling(CONSOLE_SETTINGS))) {
            settings.load(in);
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), settings.getProperty(PASSWORD, "").toCharArray());
        List<X509Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate instanceof X509Certificate x509) {
                certificates.add(x509);
            }
        }
        return certificates;
    }
}
