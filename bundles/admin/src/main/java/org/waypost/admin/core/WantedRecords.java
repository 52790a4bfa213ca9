package org.waypost.admin.core;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.admin.DnsAdmin.Registration;
import org.waypost.dns.DnsUpdate.Others;
import org.waypost.dns.DnsUpdate.Wanted;
import org.waypost.dns.ServerAddress;

/** Which records a registration comes to. */
final class WantedRecords {
    private static final int PREFERENCE = 10;

    private final OwnHost own;
    private final Function<String, Optional<String>> domain;

    /** @param domain the form of a name in the DNS; empty if it is none */
    WantedRecords(OwnHost own, Function<String, Optional<String>> domain) {
        this.own = own;
        this.domain = domain;
    }

    Answer<List<Wanted>> of(Registration registration) {
        Others exchangers = registration.domains().isEmpty() ? Others.PREFERRED : Others.KEPT;
        return Answers.then(hosts(registration.names()), names -> Answers.then(addresses(registration.addresses()),
                addresses -> Answers.then(names(registration.domains(), own.domains()),
                        domains -> new Answer.Ok<>(records(names, addresses, domains, exchangers)))));
    }

    private Answer<List<String>> hosts(List<String> given) {
        return Answers.then(names(given, own.names()), names -> !names.isEmpty() ? new Answer.Ok<>(names)
                : new Answer.Refused<>("No virtual server has a hostName of its own: set one, or name the server in the command."
                        + " Nothing was looked up."));
    }

    private static List<Wanted> records(List<String> names, List<InetAddress> addresses, List<String> domains, Others exchangers) {
        List<Wanted> wanted = new ArrayList<>();
        List<String> four = texts(addresses, true);
        List<String> six = texts(addresses, false);
        for (String name : names) {
            // A family without an address here is left alone: another machine may serve it.
            if (!four.isEmpty()) {
                wanted.add(new Wanted(name, "A", four, Others.REMOVED));
            }
            if (!six.isEmpty()) {
                wanted.add(new Wanted(name, "AAAA", six, Others.REMOVED));
            }
        }
        domains.forEach(each -> wanted.add(new Wanted(each, "MX", List.of(PREFERENCE + " " + names.get(0) + "."), exchangers)));
        return wanted;
    }

    private Answer<List<String>> names(List<String> given, List<String> otherwise) {
        List<String> names = new ArrayList<>();
        for (String each : given.isEmpty() ? otherwise : given) {
            Optional<String> name = domain.apply(each);
            if (name.isEmpty()) {
                return new Answer.Refused<>("\"" + each + "\" is no domain name, which is like mail.example.com. Nothing was looked up.");
            }
            names.add(name.get());
        }
        return new Answer.Ok<>(names);
    }

    private Answer<List<InetAddress>> addresses(List<String> given) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String each : given) {
            Optional<InetAddress> address = ServerAddress.find(each).map(InetSocketAddress::getAddress);
            if (address.isEmpty()) {
                return new Answer.Refused<>("\"" + each + "\" is no IP address. Nothing was looked up.");
            }
            addresses.add(address.get());
        }
        List<InetAddress> wanted = given.isEmpty() ? own.addresses().stream().filter(WantedRecords::isForOthers).toList() : addresses;
        return !wanted.isEmpty() ? new Answer.Ok<>(wanted)
                : new Answer.Refused<>("No virtual server listens at an address that others can reach: name the addresses in the command."
                        + " Nothing was looked up.");
    }

    private static boolean isForOthers(InetAddress address) {
        return !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isAnyLocalAddress();
    }

    private static List<String> texts(List<InetAddress> addresses, boolean four) {
        return addresses.stream().filter(address -> address instanceof Inet4Address == four).map(InetAddress::getHostAddress)
                .distinct().toList();
    }
}
