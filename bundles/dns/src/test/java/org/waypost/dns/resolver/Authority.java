package org.waypost.dns.resolver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.waypost.testkit.dns.DnsRecords;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;

/** Answers for a zone with authority, and refers to zones below it. */
final class Authority implements UnaryOperator<Message> {
    private static final long TTL = 300;

    private final Zone zone;
    private final List<NSRecord> servers = new ArrayList<>();
    private final List<ARecord> glue = new ArrayList<>();

    Authority(DnsRecords records) {
        zone = new Zone(records);
    }

    /** Refers to a server of a zone below. */
    Authority below(String child, String server) {
        servers.add(new NSRecord(name(child), DClass.IN, TTL, name(server)));
        return this;
    }

    /** Says the address of a server in referrals. */
    Authority glue(String server, String address) throws UnknownHostException {
        glue.add(new ARecord(name(server), DClass.IN, TTL, InetAddress.getByName(address)));
        return this;
    }

    /** Refers no more. */
    void forget() {
        servers.clear();
        glue.clear();
    }

    @Override
    public Message apply(Message query) {
        Name asked = query.getQuestion().getName();
        List<NSRecord> below = servers.stream().filter(server -> asked.subdomain(server.getName())).toList();
        Message answer = below.isEmpty() ? zone.apply(query) : Responder.reply(query);
        if (below.isEmpty()) {
            answer.getHeader().setFlag(Flags.AA);
        }
        below.forEach(server -> answer.addRecord(server, Section.AUTHORITY));
        if (!below.isEmpty()) {
            glue.forEach(address -> answer.addRecord(address, Section.ADDITIONAL));
        }
        return answer;
    }

    private static Name name(String text) {
        return Name.fromConstantString(text + ".");
    }
}
