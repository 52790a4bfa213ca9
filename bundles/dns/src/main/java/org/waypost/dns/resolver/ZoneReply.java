package org.waypost.dns.resolver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * What a server of a zone said (RFC 1034 4.3.2, RFC 2308 2), reduced to what it has a say over: names in that zone. Who
 * says more may be wrong or lying.
 */
sealed interface ZoneReply {
    /** Records, an alias, or their absence. */
    record Final(Message message) implements ZoneReply {}

    /**
     * The name is in a zone further down.
     *
     * @param servers NS records of that zone
     * @param glue addresses of some of the servers
     */
    record Referral(RRset servers, List<RRset> glue) implements ZoneReply {}

    /** Another server may know. @param reason as a clause */
    record Useless(String reason) implements ZoneReply {}

    /** @param zone that the server was asked as a server of */
    static ZoneReply of(Message reply, Record question, Name zone) {
        int rcode = reply.getRcode();
        boolean authoritative = reply.getHeader().getFlag(Flags.AA);
        if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
            return new Useless(Rcode.string(rcode));
        }
        if (hasAnswer(reply, question)) {
            return new Final(within(zone, reply, question));
        }
        boolean absent = rcode == Rcode.NXDOMAIN || hasSoa(reply, zone);
        Optional<Referral> below = absent ? Optional.empty() : referral(reply, question.getName(), zone);
        if (below.isPresent()) {
            return below.get();
        }
        return authoritative ? new Final(within(zone, reply, question))
                : new Useless("it is not responsible for " + (zone.equals(Name.root) ? "the root" : zone.toString(true)));
    }

    private static boolean hasAnswer(Message reply, Record question) {
        return reply.getSection(Section.ANSWER).stream().anyMatch(record -> record.getName().equals(question.getName())
                && (record.getType() == question.getType() || record.getType() == Type.CNAME)
                || record.getType() == Type.DNAME && question.getName().subdomain(record.getName()));
    }

    private static boolean hasSoa(Message reply, Name zone) {
        return reply.getSection(Section.AUTHORITY).stream()
                .anyMatch(record -> record.getType() == Type.SOA && record.getName().subdomain(zone));
    }

    private static Optional<Referral> referral(Message reply, Name name, Name zone) {
        return reply.getSectionRRsets(Section.AUTHORITY).stream()
                .filter(set -> set.getType() == Type.NS && set.getDClass() == DClass.IN && name.subdomain(set.getName())
                        && set.getName().subdomain(zone) && !set.getName().equals(zone))
                .findFirst().map(servers -> new Referral(servers, glue(reply, servers, zone)));
    }

    private static List<RRset> glue(Message reply, RRset servers, Name zone) {
        Set<Name> hosts = servers.rrs(false).stream().map(server -> ((NSRecord) server).getTarget()).collect(Collectors.toSet());
        return reply.getSectionRRsets(Section.ADDITIONAL).stream()
                .filter(set -> set.getType() == Type.A || set.getType() == Type.AAAA)
                .filter(set -> hosts.contains(set.getName()) && set.getName().subdomain(zone)).toList();
    }

    private static Message within(Name zone, Message reply, Record question) {
        Message reduced = new Message(reply.getHeader().getID());
        reduced.getHeader().setFlag(Flags.QR);
        if (reply.getHeader().getFlag(Flags.AA)) {
            reduced.getHeader().setFlag(Flags.AA);
        }
        reduced.getHeader().setRcode(reply.getRcode());
        reduced.addRecord(question, Section.QUESTION);
        reply.getSection(Section.ANSWER).stream().filter(record -> record.getName().subdomain(zone))
                .forEach(record -> reduced.addRecord(record, Section.ANSWER));
        reply.getSection(Section.AUTHORITY).stream().filter(r -> r.getType() == Type.SOA && r.getName().subdomain(zone))
                .forEach(record -> reduced.addRecord(record, Section.AUTHORITY));
        return reduced;
    }
}
