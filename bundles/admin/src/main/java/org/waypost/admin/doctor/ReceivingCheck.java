package org.waypost.admin.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.dns.Dns.MxRecord;
import org.waypost.dns.DnsAnswer;

/** Whether mail for our domains finds the way here: MX, its addresses, and one of them is ours. */
record ReceivingCheck(Facts facts, Names names) implements Check {
    @Override
    public String name() {
        return "receiving";
    }

    @Override
    public List<Finding> run() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (String domain : facts.domains()) {
            findings.add(examined(domain));
        }
        return findings.isEmpty() ? List.of(skipped("No domain is configured for which mail is received here.")) : findings;
    }

    private Finding examined(String domain) throws Exception {
        DnsAnswer<MxRecord> answer = names.mx(domain, List.of());
        List<MxRecord> exchangers = Names.records(answer);
        if (exchangers.isEmpty()) {
            return problem("The domain " + domain + " has no MX: " + Names.reason(answer) + ".",
                    "Add an MX record for " + domain + " that names this server, or let dns:register do it.");
        }
        Set<InetAddress> found = new HashSet<>();
        for (MxRecord exchanger : exchangers) {
            found.addAll(Names.records(names.addresses(exchanger.host())));
        }
        String hosts = String.join(", ", exchangers.stream().map(MxRecord::host).toList());
        if (found.isEmpty()) {
            return problem("No MX of the domain " + domain + " has an address (" + hosts + ").", "Add A or AAAA records for these hosts.");
        }
        found.retainAll(facts.addresses());
        return !found.isEmpty() ? ok("Mail for " + domain + " comes here by " + hosts + ".")
                : warning("No MX of the domain " + domain + " (" + hosts + ") has an address on which a virtual server listens.",
                        "If neither a relay nor address translation passes mail on to this server, let an MX name it.");
    }
}
