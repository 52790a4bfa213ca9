package org.waypost.admin.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.dns.DnsAnswer;

/** Asks each DNS server alone for a name that is in no cache. */
record DnsServersCheck(Facts facts, Names names) implements Check {
    @Override
    public String name() {
        return "DNS servers";
    }

    @Override
    public List<Finding> run() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (String server : facts.dnsServers()) {
            findings.add(asked(List.of(server), "The DNS server " + server));
        }
        return findings.isEmpty() ? List.of(asked(List.of(), "The DNS, by the operating system's servers or the root servers,")) : findings;
    }

    private Finding asked(List<String> servers, String who) throws Exception {
        DnsAnswer<?> answer = names.mx("waypost-doctor-" + UUID.randomUUID() + ".invalid", servers);
        return answer instanceof DnsAnswer.Failed<?> failed
                ? problem(who + " does not answer: " + failed.reason() + ".", "Start it, let it answer this server, or take it out of the settings.")
                : ok(who + " answers.");
    }
}
