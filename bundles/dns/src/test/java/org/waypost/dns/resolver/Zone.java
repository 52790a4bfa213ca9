package org.waypost.dns.resolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.waypost.testkit.dns.DnsRecords;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Answers from {@link DnsRecords} as an authoritative server does. */
final class Zone implements UnaryOperator<Message> {
    private static final long TTL = 300;

    private final DnsRecords records;

    Zone(DnsRecords records) {
        this.records = records;
    }

    @Override
    public Message apply(Message query) {
        Message answer = Responder.reply(query);
        Name asked = query.getQuestion().getName();
        String text = asked.toString(true);
        if (records.isBroken(text)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return answer;
        }
        String canonical = records.canonical(text);
        if (!canonical.equals(text)) {
            answer.addRecord(new CNAMERecord(asked, DClass.IN, TTL, name(canonical)), Section.ANSWER);
        }
        List<Record> found = find(name(canonical), canonical, query.getQuestion().getType());
        found.forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (found.isEmpty() && canonical.equals(text)) {
            answer.getHeader().setRcode(records.exists(canonical) ? Rcode.NOERROR : Rcode.NXDOMAIN);
            answer.addRecord(new SOARecord(Name.root, DClass.IN, TTL, Name.root, Name.root, 1, 1, 1, 1, TTL), Section.AUTHORITY);
        }
        return answer;
    }

    private List<Record> find(Name name, String text, int type) {
        List<Record> found = new ArrayList<>();
        switch (type) {
            case Type.MX -> records.mx(text).forEach(mx -> found.add(
                    new MXRecord(name, DClass.IN, TTL, mx.preference(), mx.host().equals(".") ? Name.root : name(mx.host()))));
            case Type.SRV -> records.srv(text).forEach(srv -> found.add(new SRVRecord(name, DClass.IN, TTL, srv.priority(),
                    srv.weight(), srv.port(), srv.target().equals(".") ? Name.root : name(srv.target()))));
            case Type.TXT -> records.txt(text).forEach(txt -> found.add(new TXTRecord(name, DClass.IN, TTL, txt)));
            case Type.A, Type.AAAA -> records.addresses(text).stream().map(address -> record(name, address))
                    .filter(record -> record.getType() == type).forEach(found::add);
            case Type.PTR -> records.names(address(name)).forEach(ptr -> found.add(new PTRRecord(name, DClass.IN, TTL, name(ptr))));
            default -> throw new IllegalArgumentException(Type.string(type));
        }
        return found;
    }

    private static Record record(Name name, InetAddress address) {
        return address instanceof Inet4Address ? new ARecord(name, DClass.IN, TTL, address)
                : new AAAARecord(name, DClass.IN, TTL, address);
    }

    private static InetAddress address(Name name) {
        try {
            return ReverseMap.fromName(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new UncheckedIOException(e);
        }
    }
}
