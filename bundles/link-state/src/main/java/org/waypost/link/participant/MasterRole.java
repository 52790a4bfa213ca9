package org.waypost.link.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Decoded;
import org.waypost.link.codec.GroupCodec;
import org.waypost.link.codec.Message;
import org.waypost.link.protocol.Mastership;
import org.waypost.link.table.Ruling;
import org.waypost.link.table.Table;
import org.waypost.linkstate.GroupState;
import org.waypost.topology.Server;

/** Being the master of the own group: from a term granted by the directory until somebody else rules. */
final class MasterRole {
    private final Picture picture;
    private final Surroundings surroundings;
    private final Problems problems;
    private final MemberContacts members;
    private Optional<Mastership> mastership = Optional.empty();

    MasterRole(Picture picture, Surroundings surroundings, Problems problems, MemberContacts members) {
        this.picture = picture;
        this.surroundings = surroundings;
        this.problems = problems;
        this.members = members;
    }

    boolean rules() {
        return mastership.isPresent();
    }

    /** Whether the directory names this server in a term that was not granted to it. */
    boolean needsTerm(Standing place) {
        return place.read() && place.isMaster() && mastership.map(role -> place.term() > role.ruling().term()).orElse(true);
    }

    void begin(Standing place, long term) {
        mastership = Optional.of(new Mastership(place.group().id(), new Ruling(place.self().id(), term)));
        members.begin();
        raise(ruling().begin(place.row()));
        surroundings.events().report(LinkStateEvent.RULES, place.group().name(), term);
        configure();
    }

    /** The directory was read: its configuration of the group is that of the row from now on. */
    void configure() {
        if (!rules()) {
            return;
        }
        Standing place = place();
        GroupState raised = ruling().configured(place.row(), place.group());
        // all others would refuse a row beyond the bounds, and so would this server what it kept itself
        if (raised != place.row() && GroupCodec.read(GroupCodec.write(raised)) instanceof Decoded.Bad<GroupState> bad) {
            problems.unusable(place.group().dn(), "its configuration cannot be told to other servers, " + bad.reason());
            return;
        }
        problems.usable(place.group().dn());
        raise(raised);
    }

    /** @param missing how long without a word makes a member absent */
    void attend(Instant now, Duration missing) {
        Standing place = place();
        List<Server> servers = place.group().servers();
        members.expect(servers, place.row().absent(), now);
        Set<UUID> absent = members.absent(servers, place.self().id(), now, missing);
        servers.stream().filter(server -> absent.contains(server.id()) && !place.row().absent().contains(server.id()))
                .forEach(server -> surroundings.events().report(LinkStateEvent.MEMBER_GONE, server.name(), place.group().name()));
        raise(ruling().attended(place.row(), absent));
    }

    void reported(UUID member, Message.Report report) {
        Table table = picture.table();
        Table now = mastership.orElseThrow().reported(table, member, report);
        if (now != table) {
            UUID group = mastership.orElseThrow().group();
            picture.changed(now, now.map().groups().get(group), Optional.empty());
        }
    }

    /** Stops ruling if somebody else does. */
    void check() {
        if (rules()) {
            reasonToStop().ifPresent(reason -> {
                String group = picture.table().map().groups().containsKey(mastership.orElseThrow().group())
                        ? picture.table().map().groups().get(mastership.orElseThrow().group()).group().name() : mastership.orElseThrow().group().toString();
                mastership = Optional.empty();
                surroundings.events().report(LinkStateEvent.RULES_NO_MORE, group, reason);
            });
        }
    }

    private Optional<String> reasonToStop() {
        Mastership role = mastership.orElseThrow();
        Optional<Standing> place = picture.standing().filter(standing -> standing.group().id().equals(role.group()));
        if (place.isEmpty()) {
            return Optional.of("this server is not in it any more");
        }
        GroupState row = place.get().row();
        if (!role.holds(picture.table())) {
            return Optional.of("server " + row.ruler().map(picture::name).orElse("?") + " is, in term " + row.version().term());
        }
        return place.get().isMaster() ? Optional.empty() : Optional.of(place.get().master().map(Server::name)
                .map(name -> "the directory names server " + name).orElse("the directory names none of its servers"));
    }

    private void raise(GroupState raised) {
        if (raised != place().row()) {
            picture.changed(picture.table().with(raised), raised, Optional.empty());
        }
    }

    private Ruling ruling() {
        return mastership.orElseThrow().ruling();
    }

    private Standing place() {
        return picture.standing().orElseThrow();
    }
}
