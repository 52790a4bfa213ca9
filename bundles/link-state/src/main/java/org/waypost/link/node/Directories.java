package org.waypost.link.node;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.admin.Answer;
import org.waypost.directory.Directory;
import org.waypost.link.directory.MasterWriter;
import org.waypost.link.directory.MasterWriter.Written;
import org.waypost.link.membership.Watchers;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** Writes masters into the directory, if there is one. Any thread; returns at once. */
final class Directories {
    private final String serverName;
    private final ParticipantDesk desk;
    private final Watchers<OrganizationMap> map;
    private volatile Optional<Directory> present = Optional.empty();

    Directories(String serverName, ParticipantDesk desk, Watchers<OrganizationMap> map) {
        this.serverName = serverName;
        this.desk = desk;
        this.map = map;
    }

    Optional<Directory> present() {
        return present;
    }

    void present(Optional<Directory> now) {
        present = now;
    }

    void claim(UUID group, long after) {
        Optional<Directory> directory = present;
        Optional<String> dn = Optional.ofNullable(map.value().groups().get(group)).map(state -> state.group().dn());
        Optional<String> own = map.value().server(serverName).map(Server::dn);
        if (directory.isEmpty() || dn.isEmpty() || own.isEmpty()) {
            denied(group, directory.isEmpty() ? "the directory is away" : "the group or this server is not in the directory");
            return;
        }
        MasterWriter.claim(directory.get(), dn.get(), own.get(), after).thenAccept(written -> {
            if (written instanceof Written.Done done) {
                desk.tell(p -> p.granted(group, done.term()));
            } else {
                denied(group, ((Written.Denied) written).reason());
            }
        });
    }

    private void denied(UUID group, String reason) {
        desk.tell(p -> p.denied(group, reason));
    }

    CompletionStage<Answer<String>> move(String groupName, String name) {
        Optional<RoutingGroup> group = map.value().groups().values().stream().map(GroupState::group)
                .filter(each -> each.name().equalsIgnoreCase(groupName)).findFirst();
        if (group.isEmpty()) {
            return refused("There is no routing group " + groupName + ".");
        }
        Optional<Server> server = group.get().servers().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
        if (server.isEmpty()) {
            return refused("Routing group " + group.get().name() + " has no server " + name + ": only one of its members can be its master.");
        }
        Optional<Directory> directory = present;
        if (directory.isEmpty()) {
            return refused("The directory is away, where the master of routing group " + group.get().name() + " is named. Try again when it is back.");
        }
        return MasterWriter.name(directory.get(), group.get().dn(), server.get().dn()).thenApply(written -> answer(group.get(), server.get(), written));
    }

    private static Answer<String> answer(RoutingGroup group, Server server, Written written) {
        return written instanceof Written.Denied denied
                ? new Answer.Refused<>("The master of routing group " + group.name() + " was not changed: " + denied.reason() + ".")
                : new Answer.Ok<>(server.name() + " is named as the master of routing group " + group.name()
                        + " and takes over as soon as it reads that in the directory.");
    }

    private static CompletionStage<Answer<String>> refused(String reason) {
        return CompletableFuture.completedStage(new Answer.Refused<>(reason));
    }
}
