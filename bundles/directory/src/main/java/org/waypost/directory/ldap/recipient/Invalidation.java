package org.waypost.directory.ldap.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Search.Role;
import org.waypost.directory.Watch;
import org.waypost.directory.ldap.DirectoryEvent;
import org.waypost.event.EventLog;

/** Follows the changes of recipients, so that the cache forgets what is no longer so. */
final class Invalidation implements ChangeListener, AutoCloseable {
    private static final String RECIPIENTS = "(|(proxyAddresses=*)(mailNickname=*))";

    private final RecipientCache cache;
    private final EventLog events;
    private final Directory.Watching watching;

    Invalidation(Directory directory, RecipientCache cache, EventLog events) {
        this.cache = cache;
        this.events = events;
        watching = directory.watch(new Watch(Role.DOMAIN, "", RECIPIENTS, Set.of("proxyAddresses"), Optional.empty()), this);
    }

    @Override
    public CompletionStage<Void> changed(ChangeBatch batch) {
        if (batch.kind() == ChangeBatch.Kind.COMPARISON_BEGINS) {
            // Between the end of the watch before and this one anything may have changed.
            cache.doubt();
        }
        if (batch.kind() == ChangeBatch.Kind.CHANGES) {
            // A comparison mentions all that exists; it is doubted already, and worth keeping for when nobody answers.
            batch.changes().forEach(this::changed);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void interrupted(String reason) {
        events.report(DirectoryEvent.CACHE_NOT_NOTIFIED, reason);
    }

    @Override
    public void close() {
        watching.close();
    }

    private void changed(DirectoryChange change) {
        if (change instanceof DirectoryChange.Changed changed) {
            List<String> keys = new ArrayList<>(changed.entry().values("proxyAddresses"));
            keys.add(changed.entry().dn());
            cache.forget(change.id(), keys.stream().map(RecipientCache::key).toList());
        } else if (change instanceof DirectoryChange.Deleted) {
            cache.forget(change.id(), List.of());
        }
    }
}
