package org.waypost.testkit.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Recipients;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.directory.WriteResult;

/**
 * A {@link Directory} in memory that answers in the calling thread. Parents need not exist; all roles see all
 * entries. Names of attributes, DNs and values compare without regard to case; there is no schema. Any thread.
 */
public final class MemoryDirectory implements Directory, Recipients {
    private static final int NO_SUCH_OBJECT = 32;
    private static final int SIZE_LIMIT_EXCEEDED = 4;

    private final String recipientBase;
    private final MemoryEntries entries = new MemoryEntries();
    private final List<MemoryWatch> watches = new CopyOnWriteArrayList<>();
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong lookups = new AtomicLong();
    private volatile String invocationId = UUID.randomUUID().toString();
    private volatile Predicate<DirectoryWrite> refused = write -> false;
    private volatile boolean away;
    private volatile boolean foreign;

    /** The organization dc=example,dc=com, empty. */
    public MemoryDirectory() {
        this("dc=example,dc=com");
    }

    /** @param recipientBase the base of recipients; the configuration is {@code cn=Configuration} below it */
    public MemoryDirectory(String recipientBase) {
        this.recipientBase = recipientBase;
    }

    // What a test does to it.

    /** Adds the entries of an LDIF text (RFC 2849, entries only); {@code entryUUID} in it is kept. */
    public MemoryDirectory load(String ldif) {
        try (LDIFReader reader = new LDIFReader(new ByteArrayInputStream(ldif.getBytes(StandardCharsets.UTF_8)))) {
            for (var entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                String id = entry.getAttributeValue("entryUUID");
                insert(StoredEntry.of(id == null ? UUID.randomUUID() : UUID.fromString(id), entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDIFException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** @param attributes lines such as {@code mail: alice@example.com}. @return its id */
    public UUID add(String dn, String... attributes) {
        UUID id = UUID.randomUUID();
        try {
            String[] lines = new String[attributes.length + 1];
            lines[0] = "dn: " + dn;
            System.arraycopy(attributes, 0, lines, 1, attributes.length);
            insert(StoredEntry.of(id, new com.unboundid.ldap.sdk.Entry(lines)));
        } catch (LDIFException e) {
            throw new IllegalArgumentException(e);
        }
        return id;
    }

    /** Gives an attribute these values instead of its own; none: removes it. */
    public void set(String dn, String attribute, String... values) {
        require(entries.replace(dn, entry -> entry.with(Map.of(attribute, List.of(values)))), dn);
    }

    /** Adds values to an attribute. */
    public void addValues(String dn, String attribute, String... values) {
        modify(dn, ModificationType.ADD, attribute, values);
    }

    /** Takes values from an attribute. */
    public void removeValues(String dn, String attribute, String... values) {
        modify(dn, ModificationType.DELETE, attribute, values);
    }

    public void delete(String dn) {
        require(entries.delete(dn), dn);
    }

    /** Gives an entry, and what is below it, another name; ids stay. */
    public void rename(String dn, String newDn) {
        entries.rename(dn, newDn);
        tell();
    }

    /** What is there now; for assertions. Works while away, and is not counted. */
    public Optional<Entry> entry(String dn) {
        return entries.get(dn).map(entry -> entry.read(Set.of()));
    }

    /** From now nobody answers. */
    public void away() {
        away = true;
        tell();
    }

    public void back() {
        away = false;
        tell();
    }

    /** From now it is another server with the same entries: no position is known to it. */
    public void failover() {
        invocationId = UUID.randomUUID().toString();
        tell();
    }

    public void foreign(boolean whether) {
        foreign = whether;
    }

    /** Which writes the server will not have. */
    public void refuse(Predicate<DirectoryWrite> which) {
        refused = which;
    }

    /** How many searches and reads there were, also in vain. */
    public long searches() {
        return searches.get();
    }

    /** How many writes were asked for. */
    public long writes() {
        return writes.get();
    }

    /** How many recipients were asked for by address or DN. */
    public long lookups() {
        return lookups.get();
    }

    /** How many watches are open. */
    public int watches() {
        return watches.size();
    }

    // Directory

    @Override
    public CompletionStage<Optional<Entry>> read(Search.Role role, String dn, Set<String> attributes) {
        return answer(searches, () -> entries.get(dn).map(entry -> entry.read(attributes)));
    }

    @Override
    public CompletionStage<Long> search(Search search, Consumer<Entry> each) {
        return answer(searches, () -> {
            List<Entry> found = find(search);
            found.forEach(each);
            return (long) found.size();
        });
    }

    @Override
    public CompletionStage<List<Entry>> search(Search search, int limit) {
        return answer(searches, () -> find(search).stream().limit(limit).toList());
    }

    @Override
    public CompletionStage<WriteResult> write(Search.Role role, DirectoryWrite write) {
        CompletionStage<WriteResult> result = answer(writes, () -> refused.test(write)
                ? new WriteResult.Refused("insufficientAccessRights (50): " + write.dn())
                : written(write));
        tell();
        return result;
    }

    @Override
    public Watching watch(Watch watch, ChangeListener listener) {
        MemoryWatch watching = new MemoryWatch(this, watch, listener);
        watches.add(watching);
        watching.look();
        return watching;
    }

    @Override
    public String base(Search.Role role) {
        return role == Search.Role.CONFIGURATION ? "cn=Configuration," + recipientBase : recipientBase;
    }

    @Override
    public boolean isForeign() {
        return foreign;
    }

    @Override
    public String serverName() {
        return "waypost";
    }

    /** Knows {@code ldap://memory} only. */
    @Override
    public Optional<Directory> at(String url) {
        return url.equals("ldap://memory") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public DirectoryStatus status() {
        DirectoryStatus.Server server = new DirectoryStatus.Server("ldap://memory", "configuration,domain,global-catalog", "memory",
                away ? "DOWN" : "UP", away ? "away" : "", !away, 1);
        return new DirectoryStatus(List.of(server), watches.stream().map(MemoryWatch::method).toList(), new DirectoryStatus.Cache(0, 0, 0, 0, 0));
    }

    // Recipients

    @Override
    public CompletionStage<List<Entry>> byAddress(String proxyAddress) {
        return answer(lookups, () -> found(recipientBase, Search.Scope.SUBTREE, Filter.equal("proxyAddresses", proxyAddress.toLowerCase(Locale.ROOT))));
    }

    @Override
    public CompletionStage<Optional<Entry>> byDn(String dn) {
        return answer(lookups, () -> entries.get(dn).map(entry -> entry.read(ATTRIBUTES)));
    }

    @Override
    public CompletionStage<List<Entry>> matching(String base, String filter, int limit) {
        return answer(searches, () -> {
            List<Entry> found = found(base.isEmpty() ? recipientBase : base, Search.Scope.SUBTREE, filter);
            if (found.size() > limit) {
                throw new DirectoryRefusedException(SIZE_LIMIT_EXCEEDED, "more than " + limit + " match " + filter);
            }
            return found;
        });
    }

    // For watches

    MemoryEntries entries() {
        return entries;
    }

    boolean isAway() {
        return away;
    }

    String invocationId() {
        return invocationId;
    }

    String base(Watch watch) {
        return watch.base().isEmpty() ? base(watch.role()) : watch.base();
    }

    void forget(MemoryWatch watch) {
        watches.remove(watch);
    }

    private WriteResult written(DirectoryWrite write) {
        if (write instanceof DirectoryWrite.Add add) {
            return entries.add(StoredEntry.of(UUID.randomUUID(), add.dn(), add.attributes())) ? new WriteResult.Done() : new WriteResult.Exists();
        }
        if (write instanceof DirectoryWrite.Replace replace) {
            return replaced(replace);
        }
        return deleted((DirectoryWrite.Delete) write);
    }

    private WriteResult deleted(DirectoryWrite.Delete delete) {
        synchronized (entries) {
            boolean changed = entries.get(delete.dn()).filter(entry -> !delete.assertions().stream().allMatch(entry::isExactly)).isPresent();
            return changed ? new WriteResult.Conflict() : entries.delete(delete.dn()) ? new WriteResult.Done() : new WriteResult.Missing();
        }
    }

    private WriteResult replaced(DirectoryWrite.Replace replace) {
        synchronized (entries) {
            Optional<StoredEntry> before = entries.get(replace.dn());
            if (before.isEmpty()) {
                return new WriteResult.Missing();
            }
            Optional<StoredEntry> after = replace.assertions().stream().allMatch(before.get()::holds)
                    ? before.get().with(replace) : Optional.empty();
            if (after.isEmpty()) {
                return new WriteResult.Conflict();
            }
            entries.replace(replace.dn(), entry -> after.get());
            return new WriteResult.Done();
        }
    }

    private List<Entry> find(Search search) {
        String base = search.base().isEmpty() ? base(search.role()) : search.base();
        List<Entry> found = entries.find(base, search.scope(), search.filter()).stream().map(entry -> entry.read(search.attributes())).toList();
        if (found.isEmpty() && !search.base().isEmpty() && entries.find(base, Search.Scope.SUBTREE, "(objectClass=*)").isEmpty()) {
            throw new DirectoryRefusedException(NO_SUCH_OBJECT, "no such object: " + base);
        }
        return found;
    }

    private List<Entry> found(String base, Search.Scope scope, String filter) {
        return entries.find(base, scope, filter).stream().map(entry -> entry.read(ATTRIBUTES)).toList();
    }

    private <T> CompletionStage<T> answer(AtomicLong counter, Supplier<T> work) {
        counter.incrementAndGet();
        if (away) {
            return CompletableFuture.failedStage(new DirectoryAwayException("ldap://memory is away"));
        }
        try {
            return CompletableFuture.completedStage(work.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void insert(StoredEntry entry) {
        if (!entries.add(entry)) {
            throw new IllegalArgumentException("is there already: " + entry.content().getDN());
        }
        tell();
    }

    private void modify(String dn, ModificationType type, String attribute, String... values) {
        require(entries.replace(dn, entry -> {
            try {
                return entry.with(type, attribute, values);
            } catch (LDAPException e) {
                throw new IllegalArgumentException(e);
            }
        }), dn);
    }

    private void require(boolean done, String dn) {
        if (!done) {
            throw new IllegalArgumentException("is not there: " + dn);
        }
        tell();
    }

    private void tell() {
        watches.forEach(MemoryWatch::look);
    }
}
