package org.waypost.link.membership;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.waypost.admin.Answer;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.directory.WriteResult;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.identity.ServerKeys;
import org.waypost.link.topology.Attributes;
import org.waypost.linkstate.Membership.Identity;

/**
 * Makes this server one of the organization: its key pair on disk, the public key in its object in the directory. The key
 * that was there last stays beside it, for those who have not read the directory yet.
 */
public final class Joining {
    private static final int KEYS = 2;
    private static final int TRIES = 3;

    private final String serverName;
    private final ServerKeys keys;
    private final Executor worker;
    private final EventLog events;
    private final Consumer<Identity> joined;

    /** @param worker may wait; one piece of work at a time; @param joined is told of the identity */
    public Joining(String serverName, ServerKeys keys, Executor worker, EventLog events, Consumer<Identity> joined) {
        this.serverName = serverName;
        this.keys = keys;
        this.worker = worker;
        this.events = events;
        this.joined = joined;
    }

    /** Never fails. @param directory empty if it is away */
    public CompletionStage<Answer<String>> join(Optional<Directory> directory) {
        if (directory.isEmpty()) {
            return refused("The directory is away, so the key of this server cannot be stored. Try again when it is back.");
        }
        return CompletableFuture.supplyAsync(this::key, worker).thenCompose(key -> store(directory.get(), key, TRIES))
                .exceptionally(failure -> new Answer.Refused<>("The key of this server could not be stored: "
                        + (failure.getCause() == null ? failure : failure.getCause()).getMessage() + "."));
    }

    private String key() {
        try {
            keys.make(serverName);
            return keys.publicKey();
        } catch (IOException e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    private CompletionStage<Answer<String>> store(Directory directory, String key, int tries) {
        String filter = Filter.and(Filter.equal("objectClass", Attributes.SERVER), Filter.equal("cn", serverName));
        Search search = new Search(Search.Role.CONFIGURATION, "", Search.Scope.SUBTREE, filter, Set.of(Attributes.SERVER_KEY));
        return directory.search(search, 2).thenCompose(found -> found.size() == 1 ? store(directory, found.get(0), key, tries)
                : refused("There " + (found.isEmpty() ? "is no server" : "is more than one server") + " with the name " + serverName
                        + " in the directory. This server's key belongs in its object there: correct that, and join again."));
    }

    private CompletionStage<Answer<String>> store(Directory directory, Entry server, String key, int tries) {
        List<String> before = server.values(Attributes.SERVER_KEY);
        if (before.contains(key)) {
            return CompletableFuture.completedStage(joined(server.dn()));
        }
        List<String> after = new ArrayList<>(before.subList(Math.max(0, before.size() - KEYS + 1), before.size()));
        after.add(key);
        DirectoryWrite write = new DirectoryWrite.Replace(server.dn(), Map.of(Attributes.SERVER_KEY, after),
                Optional.of(new DirectoryWrite.Assertion(Attributes.SERVER_KEY, before)));
        return directory.write(Search.Role.CONFIGURATION, write).thenCompose(result -> {
            if (result instanceof WriteResult.Done) {
                return CompletableFuture.completedStage(joined(server.dn()));
            }
            if (result instanceof WriteResult.Refused no) {
                return refused("The directory refused the key of this server in " + server.dn() + ": " + no.reason() + ".");
            }
            return tries > 1 ? store(directory, key, tries - 1)
                    : refused(server.dn() + " was changed by others at the same time, again and again. Try again later.");
        });
    }

    private Answer<String> joined(String dn) {
        try {
            keys.read().ifPresent(joined);
        } catch (IOException e) {
            return new Answer.Refused<>("The key of this server stands in " + dn + " but cannot be read here: " + e.getMessage() + ".");
        }
        events.report(LinkStateEvent.JOINED, dn);
        return new Answer.Ok<>("The key of this server stands in " + dn + ": it is a server of the organization.");
    }

    private static CompletionStage<Answer<String>> refused(String reason) {
        return CompletableFuture.completedStage(new Answer.Refused<>(reason));
    }
}
