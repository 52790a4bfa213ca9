package org.waypost.link.participant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.link.codec.Message;
import org.waypost.link.protocol.Exchange;
import org.waypost.link.protocol.Step;
import org.waypost.link.topology.Topology;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** One server's part in link state. One thread at a time; nothing here waits. */
public final class Participant {
    /** What came of greeting a connector's target. */
    public sealed interface Greeted {
        /** @param bridgehead the server that answered; empty for a smart host */
        record Reached(Optional<UUID> bridgehead) implements Greeted {}

        /** None of the targets answered. @param reason for people */
        record Failed(String reason) implements Greeted {}
    }

    /** News that comes at once is told to neighbours at once, and not more often than that. */
    private static final Duration GATHER = Duration.ofSeconds(1);

    private final String serverName;
    private final InstantSource clock;
    private final Surroundings surroundings;
    private final Picture picture;
    private final Problems problems;
    private final MasterContact master;
    private final MemberContacts members = new MemberContacts();
    private final MasterRole role;
    private final Claim claim;
    private final LinkMonitor links;
    private ParticipantSettings settings;
    private Instant ticked;
    private Instant hurried = Instant.MIN;
    private boolean news;

    public Participant(String serverName, ParticipantSettings settings, InstantSource clock, Surroundings surroundings) {
        this.serverName = serverName;
        this.settings = settings;
        this.clock = clock;
        this.surroundings = surroundings;
        picture = new Picture(serverName, surroundings);
        problems = new Problems(surroundings.events());
        master = new MasterContact(surroundings);
        role = new MasterRole(picture, surroundings, problems, members);
        claim = new Claim(surroundings);
        links = new LinkMonitor(picture, surroundings);
        ticked = clock.instant();
    }

    /** New intervals, from the next step on. */
    public void settings(ParticipantSettings now) {
        settings = now;
    }

    /** What was kept on disk: in force until the directory was read. */
    public void kept(OrganizationMap map) {
        picture.kept(map);
        settle();
    }

    /** The directory as it is now. */
    public void topology(Topology topology) {
        problems.of(topology);
        picture.read(topology);
        role.check();
        role.configure();
        picture.publish(); // who writes the claim finds the group by the map
        picture.standing().filter(role::needsTerm)
                .ifPresent(place -> claim.make(place.group().id(), place.term(), true, clock.instant()));
        settle();
    }

    /** Called about every second, or faster with short intervals: what is due is done. */
    public void tick() {
        Instant now = clock.instant();
        Duration pause = Duration.between(ticked, now);
        ticked = now;
        if (pause.compareTo(settings.keepAlive()) > 0) {
            master.stoodStill(pause);
            members.stoodStill(pause);
        }
        if (master.tick(now, settings.keepAlive())) {
            master.connection().ifPresent(server -> surroundings.send(server, opening()));
        }
        members.due(now, settings.keepAlive()).forEach(member -> surroundings.send(member, opening()));
        if (role.rules()) {
            role.attend(now, missing());
        }
        picture.standing().ifPresent(place -> claimWhatIsDue(place, now));
        settle();
    }

    /** The persistent connection with the master or with a member stands. @return what to send at once */
    public List<Message> connected(UUID server) {
        Instant now = clock.instant();
        List<Message> first = new ArrayList<>(List.of(opening()));
        if (master.is(server)) {
            master.connected(now);
            links.tellAnew();
            first.addAll(links.reports(settings, now));
        } else if (isColleague(server)) {
            members.connected(server, now);
            if (role.rules()) {
                role.attend(now, missing());
            }
        }
        settle();
        return first;
    }

    /** It is gone, or could not be had. @param reason for people */
    public void disconnected(UUID server, String reason) {
        if (master.is(server)) {
            master.disconnected(reason);
        }
        members.disconnected(server);
        settle();
    }

    /** From a server of the organization, over whatever connection. @return the answers, over the same connection */
    public List<Message> received(UUID server, Message message) {
        heard(server);
        List<Message> answers = message instanceof Message.Report report ? reported(server, report) : exchanged(server, message);
        settle();
        return answers;
    }

    /** What an exchange begins with, on a connection to a bridgehead. */
    public Message opening() {
        return Exchange.begin(picture.table());
    }

    public void greeted(UUID connector, Greeted outcome) {
        links.answered(connector);
        if (outcome instanceof Greeted.Failed failed) {
            links.greetingFailed(connector, failed.reason(), settings, clock.instant());
        } else {
            links.reached(connector, settings, clock.instant());
        }
        settle();
    }

    /** The directory wrote it: this server rules the group in that term. */
    public void granted(UUID group, long term) {
        claim.granted();
        picture.standing().filter(place -> place.group().id().equals(group)).ifPresent(place -> {
            if (place.row().version().term() < term) {
                role.begin(place, term);
                links.tellAnew();
            } else if (role.needsTerm(place)) {
                // the directory counts behind what servers know, as after it was restored: on until it is past that
                claim.make(group, term, true, clock.instant());
            }
        });
        settle();
    }

    /** The directory did not write it. @param reason for people */
    public void denied(UUID group, String reason) {
        String name = picture.standing().map(Standing::group).filter(own -> own.id().equals(group)).map(RoutingGroup::name).orElse(group.toString());
        claim.denied(name, reason, clock.instant().plus(missing()));
    }

    /** A delivery could not reach a connector's target. */
    public void failed(UUID connector, String reason) {
        links.failed(connector, reason, settings, clock.instant());
    }

    public void reached(UUID connector) {
        links.reached(connector, settings, clock.instant());
        settle();
    }

    public LinkStateStatus status() {
        Optional<Standing> place = picture.standing();
        List<String> present = role.rules() ? members.connected().stream().map(picture::name).sorted().toList() : List.of();
        return new LinkStateStatus(serverName, place.map(Standing::group).map(RoutingGroup::name).orElse(""), roleName(place),
                place.flatMap(Standing::master).map(Server::name).orElse(""), picture.table().map().digest(), present, links.status(),
                links.suppressed(settings, clock.instant()));
    }

    /** See {@link org.waypost.linkstate.LinkStates#unreadable}. */
    public List<String> unreadable() {
        return problems.unreadable();
    }

    private String roleName(Optional<Standing> place) {
        if (place.isEmpty()) {
            return "ALONE";
        }
        if (role.rules()) {
            return "MASTER";
        }
        return master.connection().isPresent() && !master.isGone(clock.instant(), missing()) ? "MEMBER" : "SEARCHING";
    }

    private void heard(UUID server) {
        if (master.is(server)) {
            master.heard(clock.instant());
        }
        members.heard(server, clock.instant());
    }

    private List<Message> reported(UUID server, Message.Report report) {
        // before the directory is read nobody is known to be none
        if (picture.standing().isPresent() && !isColleague(server)) {
            problems.refused(server, picture.name(server), "a report to a server that is not the sender's master");
        } else if (role.rules()) {
            role.reported(server, report);
        }
        return List.of();
    }

    private List<Message> exchanged(UUID server, Message message) {
        if (message instanceof Message.State told && isForged(told.state())) {
            problems.refused(server, picture.name(server), "version " + told.state().version() + " of group " + told.state().group().name()
                    + ", of which this server is the master and which it never gave");
            return List.of();
        }
        Step step = Exchange.receive(picture.table(), message);
        if (step.table() != picture.table() && message instanceof Message.State told) {
            picture.changed(step.table(), told.state(), Optional.of(server));
        }
        step.refusals().forEach(reason -> problems.refused(server, picture.name(server), reason));
        return step.answers();
    }

    /** Of the own group, in the term in which this server rules, newer than what it raised. */
    private boolean isForged(GroupState told) {
        return role.rules() && picture.standing().map(Standing::row).filter(row -> row.group().id().equals(told.group().id()))
                .filter(row -> row.version().term() == told.version().term() && told.version().isNewerThan(row.version())).isPresent();
    }

    private void claimWhatIsDue(Standing place, Instant now) {
        if (role.needsTerm(place) && place.row().version().term() <= place.term()) {
            claim.make(place.group().id(), place.term(), false, now);
        } else if (settings.takeOver() && place.read() && !role.rules() && !place.isMaster() && master.isGone(now, patience(place))) {
            claim.make(place.group().id(), Math.max(place.term(), place.row().version().term()), false, now);
        }
    }

    /** One after the other by name: who comes first has the term before the next asks for it, and if not, the directory decides. */
    private Duration patience(Standing place) {
        long before = place.group().servers().stream().takeWhile(server -> !server.equals(place.self()))
                .filter(server -> place.master().filter(server::equals).isEmpty() && !place.row().absent().contains(server.id())).count();
        return settings.takeOverAfter().plus(settings.keepAlive().multipliedBy(before));
    }

    /** Brings everything in line with what is known now. */
    private void settle() {
        Instant now = clock.instant();
        role.check();
        Optional<Standing> place = picture.standing();
        master.follow(place.filter(standing -> !standing.isMaster()).flatMap(Standing::master), now);
        links.watch(place, now);
        tellLinks(now);
        tellNews();
        if (news && !now.isBefore(hurried.plus(GATHER))) {
            news = false;
            hurried = now;
            links.hurry(now);
        }
        links.greet(settings, now);
        picture.publish();
    }

    private void tellLinks(Instant now) {
        if (role.rules()) {
            UUID self = picture.standing().orElseThrow().self().id();
            links.reports(settings, now).forEach(report -> role.reported(self, report));
        } else {
            master.connection().ifPresent(server -> links.reports(settings, now).forEach(report -> surroundings.send(server, report)));
        }
    }

    /** To master and members; the neighbours ask when they are greeted. */
    private void tellNews() {
        for (Picture.News row : picture.drain()) {
            news = true;
            List<UUID> contacts = new ArrayList<>(members.connected());
            master.connection().ifPresent(contacts::add);
            contacts.stream().filter(contact -> row.from().filter(contact::equals).isEmpty())
                    .forEach(contact -> surroundings.send(contact, new Message.State(row.state())));
        }
    }

    private boolean isColleague(UUID server) {
        return picture.standing().filter(place -> place.isColleague(server)).isPresent();
    }

    /** How long without a word makes somebody missing. */
    private Duration missing() {
        return settings.keepAlive().multipliedBy(MasterContact.PATIENCE);
    }
}
