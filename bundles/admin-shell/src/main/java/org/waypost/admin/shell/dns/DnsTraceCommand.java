package org.waypost.admin.shell.dns;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DnsAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.ServerNames;
import org.waypost.dns.DnsTrace;

/** Looks up a domain as delivery does and shows each query. */
@Service
@Command(scope = "dns", name = "trace", description = "Looks up a domain as delivery does and shows each query and the chosen host",
        detailedDescription = "Example: dns:trace --server main example.com")
public final class DnsTraceCommand implements Action {
    @Reference
    private DnsAdmin admin;

    @Argument(name = "domain", description = "Right of the @ in an address", required = true)
    private String domain;

    @Option(name = "--server", description = "A virtual server whose DNS servers are asked, or the address of a DNS server")
    @Completion(ServerNames.class)
    private String server;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        DnsTrace.Trace trace = Refusal.orValue(admin.trace(domain, Optional.ofNullable(server)));
        if (json) {
            System.out.println(JsonText.of(trace));
        } else {
            DnsView.trace(trace, System.out);
        }
        return null;
    }
}
