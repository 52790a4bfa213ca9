package org.waypost.link.node;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.waypost.admin.Answer;
import org.waypost.link.codec.Decoded;
import org.waypost.link.codec.MapCodec;
import org.waypost.link.membership.Watchers;
import org.waypost.link.participant.Participant;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.OrganizationMap;

/** What others see of a participant. Its status is at most one tick old. */
final class LinkStatesService implements LinkStates {
    private final Watchers<OrganizationMap> map;
    private final ParticipantDesk desk;
    private final Directories directories;
    private volatile LinkStateStatus status;
    private volatile List<String> unreadable = List.of();

    LinkStatesService(Watchers<OrganizationMap> map, ParticipantDesk desk, Directories directories, String serverName) {
        this.map = map;
        this.desk = desk;
        this.directories = directories;
        status = new LinkStateStatus(serverName, "", "ALONE", "", map.value().digest(), List.of(), List.of(), List.of());
    }

    /** In the participant's thread. */
    void refresh(Participant participant) {
        status = participant.status();
        unreadable = participant.unreadable();
    }

    @Override
    public OrganizationMap map() {
        return map.value();
    }

    @Override
    public AutoCloseable watch(Consumer<OrganizationMap> listener) {
        return map.watch(listener);
    }

    @Override
    public void failed(UUID connector, String reason) {
        desk.tell(p -> p.failed(connector, reason));
    }

    @Override
    public void reached(UUID connector) {
        desk.tell(p -> p.reached(connector));
    }

    @Override
    public LinkStateStatus status() {
        return status;
    }

    @Override
    public List<String> unreadable() {
        return unreadable;
    }

    @Override
    public CompletionStage<Answer<String>> moveMaster(String group, String server) {
        return directories.move(group, server);
    }

    @Override
    public String write(OrganizationMap written) {
        return MapCodec.write(written);
    }

    @Override
    public Answer<OrganizationMap> read(String text) {
        Decoded<OrganizationMap> read = MapCodec.read(text);
        return read instanceof Decoded.Ok<OrganizationMap> ok ? new Answer.Ok<>(ok.value())
                : new Answer.Refused<>("This is no link state: " + ((Decoded.Bad<OrganizationMap>) read).reason() + ".");
    }
}
