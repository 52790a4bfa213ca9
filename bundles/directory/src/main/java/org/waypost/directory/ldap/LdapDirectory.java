package org.waypost.directory.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.Watch;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.request.BaseRead;
import org.waypost.directory.ldap.request.PagedSearch;
import org.waypost.directory.ldap.request.Write;
import org.waypost.directory.ldap.watch.Watches;
import org.waypost.event.EventLog;

/** The service {@link Directory}, over all servers or over one of them. */
public final class LdapDirectory implements Directory {
    private final DirectorySettings settings;
    private final LdapServers servers;
    private final Dispatcher dispatcher;
    private final Watches watches;
    private final Referrals referrals;
    private final Supplier<DirectoryStatus.Cache> cache;
    private final Views views;

    /** Makes and ends the directories of single servers. */
    interface Views {
        Optional<Directory> at(String url);
    }

    /** @param cache tells about the cache of recipients */
    LdapDirectory(DirectorySettings settings, LdapServers servers, Dispatcher dispatcher, Watches watches, EventLog events,
            Supplier<DirectoryStatus.Cache> cache, Views views) {
        this.settings = settings;
        this.servers = servers;
        this.dispatcher = dispatcher;
        this.watches = watches;
        this.cache = cache;
        this.views = views;
        referrals = new Referrals(events);
    }

    @Override
    public CompletionStage<Optional<Entry>> read(Role role, String dn, Set<String> attributes) {
        return dispatcher.ask(role, new BaseRead(List.of(dn), attributes)).thenApply(found -> Optional.ofNullable(found.get(dn)));
    }

    @Override
    public CompletionStage<Long> search(Search search, Consumer<Entry> each) {
        Search whole = withBase(search);
        return dispatcher.scan(search.role(), (connection, server) -> new PagedSearch(whole, settings.pool().pageSize(), entry -> {
            each.accept(entry);
            return true;
        }, referrals.of(connection, whole.base())).run(connection, server));
    }

    @Override
    public CompletionStage<List<Entry>> search(Search search, int limit) {
        Search whole = withBase(search);
        int page = Math.min(limit, settings.pool().pageSize());
        return dispatcher.ask(search.role(), (connection, server) -> {
            List<Entry> found = new ArrayList<>();
            new PagedSearch(whole, page, entry -> found.add(entry) && found.size() < limit, referrals.of(connection, whole.base()))
                    .run(connection, server);
            return found;
        });
    }

    @Override
    public CompletionStage<WriteResult> write(Role role, DirectoryWrite write) {
        return dispatcher.change(role, new Write(write));
    }

    @Override
    public Watching watch(Watch watch, ChangeListener listener) {
        return watches.open(watch, listener);
    }

    @Override
    public String base(Role role) {
        return servers.base(role);
    }

    @Override
    public boolean isForeign() {
        return switch (settings.foreign()) {
            case TRUE -> true;
            case FALSE -> false;
            case AUTO -> !servers.isOwn();
        };
    }

    @Override
    public String serverName() {
        return settings.serverName();
    }

    @Override
    public Optional<Directory> at(String url) {
        return views.at(url);
    }

    @Override
    public DirectoryStatus status() {
        return new DirectoryStatus(servers.status(), watches.methods(), cache.get());
    }

    private Search withBase(Search search) {
        return search.base().isEmpty()
                ? new Search(search.role(), base(search.role()), search.scope(), search.filter(), search.attributes()) : search;
    }
}
