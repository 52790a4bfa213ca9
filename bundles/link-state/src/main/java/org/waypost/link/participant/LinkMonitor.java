package org.waypost.link.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Message;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.topology.Connector;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** The links of this server: the connectors with a fixed target that it is a source bridgehead of. */
final class LinkMonitor {
    /** A greeting without an outcome is waited for that many probes. */
    private static final int GIVE_UP = 3;

    private final Picture picture;
    private final Surroundings surroundings;
    private final Suppression suppression;
    private final Map<UUID, MeasuredLink> links = new TreeMap<>();
    private Optional<List<Connector>> watched = Optional.empty();

    LinkMonitor(Picture picture, Surroundings surroundings) {
        this.picture = picture;
        this.surroundings = surroundings;
        suppression = new Suppression(picture, surroundings.events());
    }

    /** The group's connectors as they are now. */
    void watch(Optional<Standing> standing, Instant now) {
        List<Connector> connectors = standing.map(place -> place.row().group().connectors()).orElse(List.of());
        if (watched.filter(before -> before == connectors).isPresent()) {
            return;
        }
        watched = Optional.of(connectors);
        List<Connector> own = connectors.stream().filter(connector -> isOwn(connector, standing.orElseThrow().self().id())).toList();
        links.keySet().retainAll(own.stream().map(Connector::id).toList());
        own.forEach(connector -> links.computeIfAbsent(connector.id(), id -> new MeasuredLink(connector, now)).connector(connector));
    }

    /** Greets whom it is time for. */
    void greet(ParticipantSettings settings, Instant now) {
        links.values().stream().filter(link -> link.isDue(now)).forEach(link -> {
            link.greeting(now.plus(settings.probe()), now.plus(settings.probe().multipliedBy(GIVE_UP)));
            surroundings.greet(link.connector(), targets(link.connector()));
        });
    }

    /** There is news for the neighbours. */
    void hurry(Instant now) {
        links.values().stream().filter(link -> link.connector().kind() == Connector.Kind.ROUTING_GROUP).forEach(link -> link.hurry(now));
    }

    void answered(UUID connector) {
        with(connector, MeasuredLink::answered);
    }

    void reached(UUID connector, ParticipantSettings settings, Instant now) {
        with(connector, link -> {
            boolean wasDown = link.state() == MeasuredLink.State.DOWN || link.state() == MeasuredLink.State.UNKNOWN && !isUp(link);
            if (link.reached(now, now.plus(settings.probe())) && wasDown && suppression.leaf(link.connector()).isEmpty()) {
                surroundings.events().report(LinkStateEvent.LINK_UP, link.connector().name());
            }
        });
    }

    void failed(UUID connector, String reason, ParticipantSettings settings, Instant now) {
        with(connector, link -> link.failed(reason, now, now.plus(settings.glitchRetry())));
    }

    void greetingFailed(UUID connector, String reason, ParticipantSettings settings, Instant now) {
        with(connector, link -> {
            if (link.greetingFailed(reason, settings.glitchRetries(), now, now.plus(settings.glitchRetry()), now.plus(settings.probe()))) {
                suppression.wentDown(link);
            }
        });
    }

    /** What to tell the master now: the links that it believes to be in another state. */
    List<Message.Report> reports(ParticipantSettings settings, Instant now) {
        List<Message.Report> reports = new ArrayList<>();
        for (MeasuredLink link : links.values()) {
            boolean down = link.state() == MeasuredLink.State.DOWN && !suppression.holds(link, settings);
            if (differs(link, down) && link.damping.heldUntil(down, now, settings.damping()).isEmpty() && link.tells(now, now.plus(settings.keepAlive()))) {
                link.damping.tell(down, now);
                reports.add(new Message.Report(id(link), down ? Optional.of(link.reason()) : Optional.empty()));
            }
        }
        return reports;
    }

    /** Another master, or a new connection with it: what it does not know is told again at once. */
    void tellAnew() {
        links.values().forEach(MeasuredLink::tellAnew);
    }

    List<LinkStateStatus.Measured> status() {
        return links.values().stream().map(link -> link.status(isUp(link))).toList();
    }

    List<String> suppressed(ParticipantSettings settings, Instant now) {
        List<String> sentences = new ArrayList<>();
        for (MeasuredLink link : links.values()) {
            boolean down = link.state() == MeasuredLink.State.DOWN;
            String what = "Connector " + link.connector().name() + " is " + (down ? "down" : "up") + ", which is not told ";
            if (down && suppression.holds(link, settings)) {
                sentences.add(what + "to other servers: " + suppression.reason(link));
            } else if (differs(link, down)) {
                link.damping.heldUntil(down, now, settings.damping())
                        .ifPresent(time -> sentences.add(what + "before " + time + ": it changed a short time ago"));
            }
        }
        return sentences;
    }

    /** While a link is being tried nothing is told of it. */
    private boolean differs(MeasuredLink link, boolean down) {
        boolean measured = link.state() == MeasuredLink.State.UP || link.state() == MeasuredLink.State.DOWN;
        return measured && down == isUp(link);
    }

    private boolean isUp(MeasuredLink link) {
        return picture.standing().orElseThrow().row().isUp(link.connector().id(), picture.standing().orElseThrow().self().id());
    }

    private Link id(MeasuredLink link) {
        return new Link(link.connector().id(), picture.standing().orElseThrow().self().id());
    }

    private List<Server> targets(Connector connector) {
        return connector.targets().stream().flatMap(id -> picture.table().map().server(id).stream()).toList();
    }

    private void with(UUID connector, Consumer<MeasuredLink> action) {
        Optional.ofNullable(links.get(connector)).ifPresent(action);
    }

    private static boolean isOwn(Connector connector, UUID self) {
        return connector.hasState() && !connector.schedule().equals(Schedule.NEVER)
                && (connector.sources().isEmpty() || connector.sources().contains(self));
    }
}
