package org.waypost.link.codec;

import java.util.Optional;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Connector.Oversize;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Connector.Rules;
import org.waypost.topology.Schedule;

/** A connector as a list. */
final class ConnectorForm {
    private ConnectorForm() {}

    static Node write(Connector connector) {
        return Node.list(connector.id(), connector.name(), connector.dn(), connector.kind(), connector.cost(),
                Node.sorted(connector.sources()), Node.sorted(connector.targetGroups()), Node.words(connector.targets()),
                Node.list(connector.spaces(), space -> Node.list(space.pattern(), space.cost())), flag(connector.ofGroupOnly()),
                Node.words(connector.smartHosts()), connector.credentials(), rules(connector.rules()), schedule(connector.schedule()),
                Node.list(connector.oversize().stream().toList(), large -> Node.list(large.above(), schedule(large.schedule()))),
                Node.sorted(connector.relayDomains()));
    }

    static Connector read(Fields outer) throws MalformedException {
        Fields fields = outer.fields();
        Connector connector = new Connector(fields.id(), fields.word(), fields.word(), fields.constant(Kind.class),
                (int) fields.number(1, 100), fields.set(Fields::id), fields.set(Fields::id), fields.list(Fields::id),
                fields.list(ConnectorForm::space), fields.flag(), fields.list(Fields::word), fields.word(), rules(fields.fields()),
                schedule(fields.fields()), oversize(fields.fields()), fields.set(Fields::word));
        fields.end();
        return connector;
    }

    private static Node rules(Rules rules) {
        return Node.list(Node.sorted(rules.allowed()), Node.sorted(rules.refused()), rules.maxSize(),
                Node.sorted(rules.priorities()), flag(rules.system()), flag(rules.nonSystem()));
    }

    private static Rules rules(Fields fields) throws MalformedException {
        Rules rules = new Rules(fields.set(Fields::word), fields.set(Fields::word), fields.number(0, Long.MAX_VALUE),
                fields.set(priorities -> priorities.constant(Priority.class)), fields.flag(), fields.flag());
        fields.end();
        return rules;
    }

    private static Node schedule(Schedule schedule) {
        return Node.list(schedule.kind(), schedule.quarters());
    }

    private static Schedule schedule(Fields fields) throws MalformedException {
        Schedule.Kind kind = fields.constant(Schedule.Kind.class);
        String quarters = fields.word();
        fields.end();
        try {
            return new Schedule(kind, quarters);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not a schedule");
        }
    }

    private static AddressSpace space(Fields outer) throws MalformedException {
        Fields fields = outer.fields();
        AddressSpace space = new AddressSpace(fields.word(), (int) fields.number(1, 100));
        fields.end();
        return space;
    }

    private static Optional<Oversize> oversize(Fields outer) throws MalformedException {
        if (!outer.hasNext()) {
            return Optional.empty();
        }
        Fields fields = outer.fields();
        Oversize oversize = new Oversize(fields.number(0, Long.MAX_VALUE), schedule(fields.fields()));
        fields.end();
        outer.end();
        return Optional.of(oversize);
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}
