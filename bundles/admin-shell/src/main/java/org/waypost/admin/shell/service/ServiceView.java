package org.waypost.admin.shell.service;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.ServiceAdmin.Service;
import org.waypost.admin.shell.Text;

/** Services, printed. */
final class ServiceView {
    private ServiceView() {
    }

    static void list(List<Service> services, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No services.");
        table.column("Service");
        table.column("Kind");
        table.column("State");
        table.column("Needed by");
        services.forEach(s -> table.addRow().addContent(Text.plain(s.name()), s.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                s.state(), Text.orDash(String.join(", ", s.dependents()))));
        table.print(out);
    }
}
