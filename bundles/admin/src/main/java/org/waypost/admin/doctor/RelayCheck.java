package org.waypost.admin.doctor;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;

/** Whether strangers may send through us. By the settings: a server cannot try that on itself from outside. */
record RelayCheck(Facts facts) implements Check {
    /** Of prefixes: shorter ones hold more than any organization has. */
    private static final int WIDE = 7;

    @Override
    public String name() {
        return "open relay";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        facts.servers().forEach(server -> server.relayNetworks().forEach(network -> judge(server.name(), network, findings)));
        return findings.isEmpty() ? List.of(ok("By their settings, virtual servers pass on mail of strangers for own domains only.")) : findings;
    }

    private void judge(String server, String network, List<Finding> findings) {
        String[] parts = network.strip().split("/", 2);
        if (!parts[0].matches("[0-9a-fA-F:.]*[.:][0-9a-fA-F:.]*")) {
            findings.add(warning("relayNetworks of the virtual server " + server + " has " + network + ", which is no network.", "Correct it."));
            return;
        }
        String remedy = "Take it out of relayNetworks, and let clients authenticate.";
        int bits = parts.length == 2 && parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
        if (bits < WIDE) {
            findings.add(problem("The virtual server " + server + " is an open relay: all of " + network
                    + " may send to any domain without authentication.", remedy));
        } else if (!isPrivate(parts[0], bits)) {
            findings.add(warning("Clients in the public network " + network + " may send to any domain by the virtual server " + server
                    + " without authentication.", "If these are not all hosts of your own: " + remedy));
        }
    }

    /** Whether all of it is private: RFC 1918, RFC 4193, RFC 3927, loopback. */
    private static boolean isPrivate(String literal, int bits) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return bits >= (address instanceof Inet6Address ? ofPrivate6(address) : ofPrivate4(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The shortest prefix that is private all over; more than any if none is. */
    private static long ofPrivate4(InetAddress address) {
        int first = address.getAddress()[0] & 0xff;
        return first == 10 || first == 127 ? 8 : first == 172 && address.isSiteLocalAddress() ? 12
                : address.isSiteLocalAddress() || address.isLinkLocalAddress() ? 16 : Long.MAX_VALUE;
    }

    private static long ofPrivate6(InetAddress address) {
        return (address.getAddress()[0] & 0xfe) == 0xfc ? 7 : address.isLinkLocalAddress() ? 10 : address.isLoopbackAddress() ? 128 : Long.MAX_VALUE;
    }
}
