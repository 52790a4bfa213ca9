package org.waypost.directory.ldap;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Holds the names of a certificate against the host that was asked for (RFC 4513 3.1.3, RFC 6125 6.4). */
final class HostNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private final String wanted;

    /** @param host a name, or a literal address as the JDK writes it */
    HostNames(String host) {
        wanted = host.toLowerCase(Locale.ROOT);
    }

    void check(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        if (names == null || names.stream().noneMatch(name -> fits((Integer) name.get(0), String.valueOf(name.get(1))))) {
            throw new CertificateException("the certificate of " + certificate.getSubjectX500Principal() + " is not for " + wanted);
        }
    }

    private boolean fits(int type, String name) {
        String value = name.toLowerCase(Locale.ROOT);
        if (type == DNS && value.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && value.substring(1).equals(wanted.substring(dot));
        }
        return (type == DNS || type == IP) && value.equals(wanted);
    }
}
