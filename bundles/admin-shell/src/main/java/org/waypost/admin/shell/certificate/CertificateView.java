package org.waypost.admin.shell.certificate;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.waypost.admin.CertificateAdmin.Certificate;
import org.waypost.admin.CertificateAdmin.Used;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;

/** Certificates, printed. */
final class CertificateView {
    private CertificateView() {
    }

    static void list(List<Used> all, PrintStream out) {
        Table table = new Table("No certificates.").whole("Shown by").texts("Subject", "Names").whole("Until").numbers("Days left")
                .spare("Subject");
        all.forEach(used -> table.row(used.user(),
                text(used, Certificate::subject), text(used, certificate -> String.join(", ", certificate.names())),
                Text.time(used.certificate().map(Certificate::until)), text(used, certificate -> Long.toString(certificate.daysLeft()))));
        table.print(out);
        all.stream().filter(used -> !used.problem().isEmpty())
                .forEach(used -> out.println(Text.plain(used.user() + ": " + used.file() + ": " + used.problem() + " " + used.renewal())));
    }

    private static String text(Used used, Function<Certificate, String> part) {
        return used.certificate().map(part).map(Text::orDash).orElse("-");
    }
}
