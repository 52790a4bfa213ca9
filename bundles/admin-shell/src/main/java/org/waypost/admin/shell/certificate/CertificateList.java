package org.waypost.admin.shell.certificate;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.CertificateAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Lists the certificates that this server shows. */
@Service
@Command(scope = "certificate", name = "list", description = "Lists the certificates of the virtual servers and of the console, and when"
        + " they end", detailedDescription = "Example: certificate:list")
public final class CertificateList implements Action {
    @Reference
    private CertificateAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<CertificateAdmin.Used> all = Refusal.orValue(admin.certificates());
        if (json) {
            System.out.println(JsonText.of(all));
        } else {
            CertificateView.list(all, System.out);
        }
        return null;
    }
}
