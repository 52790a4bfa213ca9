package org.waypost.admin.shell.certificate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.CertificateAdmin.Certificate;
import org.waypost.admin.CertificateAdmin.Used;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;

class CertificateViewTest {
    @Test
    void namesAndDatesAreShownAndWhatIsWrongBelow() throws Exception {
        Certificate certificate = new Certificate("CN=ma\u001bil", List.of("mail.example.com"), "CN=ca", Instant.EPOCH,
                Instant.parse("2026-02-01T00:00:00Z"), 31);
        List<Used> all = List.of(new Used("virtual server main", "etc/a.crt", "/home/etc/a.crt", "Renew it.", "", Optional.of(certificate)),
                new Used("console", "etc/b.p12", "/home/etc/b.p12", "Renew it.", "It cannot be read.", Optional.empty()));
        String text = Printed.by(out -> CertificateView.list(all, out));
        assertTrue(text.contains("CN=ma?il") && text.contains("mail.example.com") && text.contains("31"), text);
        assertTrue(text.contains("console: etc/b.p12: It cannot be read. Renew it."), text);
        assertTrue(JsonText.of(all).contains("\"daysLeft\": 31"), text);
    }
}
