package org.waypost.admin.doctor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.dns.DnsAnswer;

/** Whether our addresses have names that lead back to them: many servers refuse mail from others. */
record PtrCheck(Facts facts, Names names) implements Check {
    @Override
    public String name() {
        return "reverse names";
    }

    @Override
    public List<Finding> run() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (InetAddress address : facts.addresses()) {
            if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                findings.add(examined(address));
            }
        }
        return findings.isEmpty() ? List.of(skipped("Virtual servers listen on addresses of this machine alone.")) : findings;
    }

    private Finding examined(InetAddress address) throws Exception {
        String text = address.getHostAddress();
        DnsAnswer<String> answer = names.names(address);
        for (String name : Names.records(answer)) {
            if (Names.records(names.addresses(name)).contains(address)) {
                return ok("The address " + text + " has the name " + name + ", which leads back to it.");
            }
        }
        return Names.records(answer).isEmpty()
                ? warning("The address " + text + " has no name: " + Names.reason(answer) + ".", "Ask whom it is from for a PTR record.")
                : warning("No name of the address " + text + " leads back to it (" + String.join(", ", Names.records(answer)) + ").",
                        "Add an A or AAAA record for one of these names.");
    }
}
