package org.waypost.smtp.client;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.Want.ClientTls;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.Membership.Members;
import org.waypost.routing.NextHop;

/** How this server and another of the organization prove to each other who they are. */
record MemberTls(Members members) {
    /** Empty as long as one of the two has no key: mail goes to that server as to any host. */
    Optional<ClientTls> to(String server) {
        return members.keys(server).isEmpty() ? Optional.empty()
                : members.identity().map(own -> new ClientTls(Membership.SERVER_NAME, true,
                        Optional.of(new TlsFiles(own.certificate(), own.privateKey())), members.keys(server)));
    }

    /** What sets connections to the same next hop apart: whom they lead to, and by which keys. */
    String poolKey(NextHop hop) {
        if (!(hop instanceof NextHop.Link link)) {
            return "";
        }
        return link.hosts().stream().map(this::poolKey).sorted().collect(Collectors.joining(";"));
    }

    private String poolKey(NextHop.Host host) {
        String address = host.host() + ":" + host.port();
        return host.server().filter(server -> to(server).isPresent())
                .map(server -> Stream.concat(Stream.of(address, server, members.identity().orElseThrow().key()),
                        new TreeSet<>(members.keys(server)).stream()).collect(Collectors.joining(",")))
                .orElse(address);
    }
}
