package org.waypost.dns.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.dns.DnsTrace.Origin;
import org.waypost.dns.DnsTrace.Query;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;

/** Keeps the steps of lookups for people. */
final class Recorder implements Watcher {
    private final List<Query> queries = new ArrayList<>();

    synchronized List<Query> queries() {
        return List.copyOf(queries);
    }

    @Override
    public void answered(Record question, InetSocketAddress server, Message answer, Duration took) {
        List<Record> referral = isReferral(answer) ? answer.getSection(Section.AUTHORITY) : List.of();
        List<Record> records = referral.isEmpty() ? answer.getSection(Section.ANSWER) : referral;
        Origin origin = !referral.isEmpty() ? Origin.REFERRAL
                : answer.getHeader().getFlag(Flags.AA) ? Origin.AUTHORITATIVE : Origin.RELAYED;
        add(question.getName(), question.getType(), QuerySender.label(server), origin, Rcode.string(answer.getRcode()), records, took);
    }

    @Override
    public void failed(Record question, InetSocketAddress server, String cause, Duration took) {
        add(question.getName(), question.getType(), QuerySender.label(server), Origin.NONE, cause, List.of(), took);
    }

    @Override
    public void cached(Name name, int type, SetResponse known) {
        List<Record> records = records(known);
        add(name, type, "", Origin.CACHE, Rcode.string(known.isNXDOMAIN() ? Rcode.NXDOMAIN : Rcode.NOERROR), records, Duration.ZERO);
    }

    private static boolean isReferral(Message answer) {
        return answer.getRcode() == Rcode.NOERROR && !answer.getHeader().getFlag(Flags.AA) && answer.getSection(Section.ANSWER).isEmpty()
                && answer.getSection(Section.AUTHORITY).stream().anyMatch(record -> record.getType() == Type.NS);
    }

    private static List<Record> records(SetResponse known) {
        if (known.isCNAME() || known.isDNAME()) {
            return List.of(known.isCNAME() ? known.getCNAME() : known.getDNAME());
        }
        Stream<RRset> sets = known.isSuccessful() ? known.answers().stream() : Stream.empty();
        return sets.flatMap(set -> set.rrs(false).stream()).toList();
    }

    private synchronized void add(Name name, int type, String server, Origin origin, String result, List<Record> records, Duration took) {
        Optional<Duration> ttl = records.stream().map(record -> Duration.ofSeconds(record.getTTL())).min(Duration::compareTo);
        List<String> texts = records.stream().map(r -> text(r, name, type)).toList();
        queries.add(new Query(name.toString(true), Type.string(type), server, origin, result, ttl, took, texts));
    }

    private static String text(Record record, Name name, int type) {
        String whose = record.getName().equals(name) ? "" : record.getName() + " ";
        return whose + (record.getType() == type ? "" : Type.string(record.getType()) + " ") + record.rdataToString();
    }
}
