package org.waypost.admin.core;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.waypost.admin.Answer;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.event.EventLog;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.service.Gate;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** Link state for people. */
public class LinkStateUseCases extends UseCases<LinkStates> implements LinkStateAdmin {
    static final String NEEDS_DIRECTORY = Patience.AGAIN + " A server without a directory has no routing groups: directory:status"
            + " tells whether this one has a directory; \"servers\" in etc/org.waypost.directory.cfg names it.";

    private final Gate<Membership> membership;
    private final Patience membershipPatience;

    /** @param wait for an answer, positive */
    public LinkStateUseCases(Gate<LinkStates> states, Gate<Membership> membership, EventLog events, Duration wait) {
        super(states, events, new Patience("The link state", wait, NEEDS_DIRECTORY));
        this.membership = Objects.requireNonNull(membership);
        this.membershipPatience = new Patience("The membership in the organization", wait, NEEDS_DIRECTORY);
    }

    @Override
    public Answer<LinkStateStatus> status() {
        return look(LinkStates::status);
    }

    @Override
    public Answer<OrganizationMap> map() {
        return look(LinkStates::map);
    }

    @Override
    public Answer<String> moveMaster(String group, String server) {
        String before = map() instanceof Answer.Ok<OrganizationMap> ok ? master(ok.value(), group) : Audit.NOTHING;
        return ask(states -> states.moveMaster(group, server), moved -> recorded(moved, AdminEvent.MASTER_MOVED, before, server, server, group));
    }

    @Override
    public Answer<String> join() {
        return membershipPatience.await(membership.call(Membership::join), joined -> recorded(joined, AdminEvent.SERVER_JOINED, Audit.NOTHING, "joined"));
    }

    private static String master(OrganizationMap map, String group) {
        return map.groups().values().stream().map(GroupState::group).filter(one -> one.name().equalsIgnoreCase(group)).findFirst()
                .flatMap(RoutingGroup::master).flatMap(map::server).map(Server::name).orElse("none");
    }

    private Answer<String> recorded(Answer<String> answer, AdminEvent event, String before, String after, Object... parameters) {
        if (answer instanceof Answer.Ok) {
            events().changed(event, before, after, parameters);
        }
        return answer;
    }

    @Override
    public Answer<String> write(OrganizationMap map) {
        return look(states -> states.write(map));
    }

    @Override
    public Answer<OrganizationMap> read(String text) {
        return ask(states -> CompletableFuture.completedStage(states.read(text)), read -> read);
    }
}
