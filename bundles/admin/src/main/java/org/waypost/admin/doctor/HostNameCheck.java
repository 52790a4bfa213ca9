package org.waypost.admin.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.dns.DnsAnswer;

/** Whether the names with which virtual servers greet are in the DNS (RFC 5321 4.1.4: others may refuse mail else). */
record HostNameCheck(Facts facts, Names names) implements Check {
    @Override
    public String name() {
        return "host names";
    }

    @Override
    public List<Finding> run() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (Facts.VirtualServer server : facts.servers()) {
            String host = server.hostName().isBlank() ? InetAddress.getLocalHost().getCanonicalHostName() : server.hostName();
            DnsAnswer<InetAddress> answer = names.addresses(host);
            findings.add(answer instanceof DnsAnswer.Found<InetAddress>
                    ? ok("The name " + host + " of the virtual server " + server.name() + " is in the DNS.")
                    : problem("The name " + host + " of the virtual server " + server.name() + " has no address: " + Names.reason(answer) + ".",
                            "Add an A or AAAA record for it (dns:register can), or set hostName of the virtual server to a name that has one."));
        }
        return findings.isEmpty() ? List.of(skipped("There is no virtual server with settings.")) : findings;
    }
}
