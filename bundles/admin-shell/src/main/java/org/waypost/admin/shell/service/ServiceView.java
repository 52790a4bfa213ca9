package org.waypost.admin.shell.service;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.waypost.admin.ServiceAdmin.Service;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;

/** Services, printed. */
final class ServiceView {
    private ServiceView() {
    }

    static void list(List<Service> services, PrintStream out) {
        Table table = new Table("No services.").whole("Service").texts("Kind").whole("State").texts("Needed by");
        services.forEach(s -> table.row(s.name(), s.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                s.state(), Text.orDash(String.join(", ", s.dependents()))));
        table.print(out);
    }
}
