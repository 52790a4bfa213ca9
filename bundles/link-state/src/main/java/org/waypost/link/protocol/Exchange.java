package org.waypost.link.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.waypost.link.codec.Message;
import org.waypost.link.table.Merge;
import org.waypost.link.table.Table;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;

/**
 * The exchange of tables between two servers, the same on both sides. One begins with its digest. If the other's is
 * another, it answers with its versions; the first then sends what it has newer and asks for what it has older. Any
 * message may be lost or come twice: the next exchange makes up for it.
 */
public final class Exchange {
    private Exchange() {}

    public static Message begin(Table table) {
        return new Message.Digest(table.map().digest());
    }

    public static Step receive(Table table, Message message) {
        if (message instanceof Message.Digest digest) {
            return answer(table, digest.digest().equals(table.map().digest()) ? List.of() : List.of(new Message.Versions(table.versions())));
        }
        if (message instanceof Message.Versions versions) {
            return answer(table, compare(table, versions.versions()));
        }
        if (message instanceof Message.Wanted wanted) {
            return answer(table, states(table, wanted.groups()));
        }
        if (message instanceof Message.State state) {
            return told(table, state.state());
        }
        return new Step(table, List.of(), List.of("a report to a server that is not the sender's master"));
    }

    private static Step told(Table table, GroupState state) {
        Merge merge = table.merge(state);
        if (merge instanceof Merge.Accepted accepted) {
            return answer(accepted.table(), List.of());
        }
        if (merge instanceof Merge.Refused refused) {
            return new Step(table, List.of(), List.of(refused.reason()));
        }
        // whoever told an old state, such as a master that missed the end of its term, hears of the newer one
        return answer(table, merge instanceof Merge.Outdated ? states(table, Set.of(state.group().id())) : List.of());
    }

    private static List<Message> compare(Table table, Map<UUID, GroupVersion> theirs) {
        Set<UUID> newer = new HashSet<>();
        Set<UUID> wanted = new HashSet<>();
        Map<UUID, GroupVersion> ours = table.versions();
        ours.forEach((group, version) -> {
            if (version.isNewerThan(theirs.getOrDefault(group, GroupVersion.UNRULED))) {
                newer.add(group);
            }
        });
        theirs.forEach((group, version) -> {
            if (table.has(group) && version.isNewerThan(ours.getOrDefault(group, GroupVersion.UNRULED))) {
                wanted.add(group);
            }
        });
        List<Message> answers = new ArrayList<>(states(table, newer));
        if (!wanted.isEmpty()) {
            answers.add(new Message.Wanted(wanted));
        }
        return answers;
    }

    private static List<Message> states(Table table, Set<UUID> groups) {
        return table.map().groups().values().stream().filter(state -> groups.contains(state.group().id()))
                .filter(state -> state.ruler().isPresent()).map(state -> (Message) new Message.State(state)).toList();
    }

    private static Step answer(Table table, List<Message> answers) {
        return new Step(table, answers, List.of());
    }
}
