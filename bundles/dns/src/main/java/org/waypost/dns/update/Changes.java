package org.waypost.dns.update;

import java.util.ArrayList;
import java.util.List;
import org.waypost.dns.DnsUpdate.Others;
import org.waypost.dns.DnsUpdate.Wanted;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** What differs between a zone and what is wanted of it. For one thread after the other. */
final class Changes {
    private final List<Record> added = new ArrayList<>();
    private final List<Record> removed = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param present what the name has now, of the wanted type or an alias; @param wanted as records */
    void compare(Wanted rule, List<Record> present, List<Record> wanted) {
        if (present.stream().anyMatch(record -> record.getType() == Type.CNAME)) {
            remarks.add(rule.name() + " is an alias, which can have no " + rule.type() + ": take the alias away first.");
            return;
        }
        List<Record> missing = wanted.stream().filter(record -> !present.contains(record)).toList();
        List<Record> others = present.stream().filter(record -> !wanted.contains(record)).toList();
        if (rule.others() == Others.PREFERRED && !others.isEmpty()) {
            remarks.add(rule.name() + " has another " + rule.type() + " and keeps it.");
            return;
        }
        added.addAll(missing);
        if (rule.others() == Others.REMOVED) {
            removed.addAll(others);
        }
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    List<String> added() {
        return texts(added);
    }

    List<String> removed() {
        return texts(removed);
    }

    /** Full sentences. */
    List<String> remarks() {
        return remarks;
    }

    Update message(Name zone) {
        Update update = new Update(zone);
        removed.forEach(update::delete);
        added.forEach(update::add);
        return update;
    }

    private static List<String> texts(List<Record> records) {
        return records.stream().map(record -> record.getName().toString(true) + " " + record.getTTL() + " " + Type.string(record.getType())
                + " " + record.rdataToString()).toList();
    }
}
