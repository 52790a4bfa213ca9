package org.waypost.admin.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.dns.Dns.MxRecord;
import org.waypost.dns.DnsAnswer;

/** Whether mail for our domains finds the way here: MX, its addresses, one of them is ours, and we answer there. */
record ReceivingCheck(Facts facts, Names names, Greeting greeting) implements Check {
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
        if (found.isEmpty()) {
            return warning("No MX of the domain " + domain + " (" + hosts + ") has an address on which a virtual server listens.",
                    "If neither a relay nor address translation passes mail on to this server, let an MX name it.");
        }
        return reached(domain, hosts, found);
    }

    /** @param own addresses of this server that an MX leads to */
    private Finding reached(String domain, String hosts, Set<InetAddress> own) {
        for (InetAddress address : own) {
            Optional<String> fault = greeting.fault(address);
            if (fault.isPresent()) {
                return problem("Mail for " + domain + " (" + hosts + ") is sent to " + address.getHostAddress()
                        + ", where no mail server answers on port 25: " + fault.get() + ".",
                        "Let a virtual server listen on port 25 there, pass that port on to the one it listens on, or open the firewall.");
            }
        }
        return ok("Mail for " + domain + " comes here by " + hosts + ".");
    }
}
