package org.waypost.admin.shell.dns;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DnsAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.dns.DnsUpdate.Result;
import org.waypost.dns.DnsUpdate.ZoneUpdate;

/** Shows what the DNS should say of this server and does not, and changes it. */
@Service
@Command(scope = "dns", name = "register",
        description = "Shows which A, AAAA and MX records of this server are missing or wrong, and changes them",
        detailedDescription = "Example: dns:register --apply --address 192.0.2.1 --domain example.com mail.example.com")
public final class DnsRegisterCommand implements Action {
    @Reference
    private DnsAdmin admin;

    @Argument(name = "names", description = "Names of this server; without any, the host names of its virtual servers", multiValued = true)
    private List<String> names = List.of();

    @Option(name = "--address", description = "Address of this server; without any, those at which it listens", multiValued = true)
    private List<String> addresses = List.of();

    @Option(name = "--domain", description = "Domain whose mail exchanger it becomes; without any, its own domains that have none",
            multiValued = true)
    private List<String> domains = List.of();

    @Option(name = "--apply", description = "Change the zones; without it, nothing is changed")
    private boolean apply;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<ZoneUpdate> updates = Refusal.orValue(admin.register(new DnsAdmin.Registration(names, addresses, domains), apply));
        if (json) {
            System.out.println(JsonText.of(updates));
        } else {
            DnsView.updates(updates, System.out);
        }
        if (updates.stream().anyMatch(update -> update.result() == Result.FAILED)) {
            throw new Refusal("Not all of it could be done.");
        }
        return null;
    }
}
