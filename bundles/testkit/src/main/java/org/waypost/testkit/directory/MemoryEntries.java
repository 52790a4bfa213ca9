package org.waypost.testkit.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;

/** The entries of a {@link MemoryDirectory} and the log of their changes. Any thread. */
final class MemoryEntries {
    /** What an entry was before its change of that number; empty if it was not. */
    private record Logged(UUID id, Optional<StoredEntry> before) {}

    private final Map<DN, StoredEntry> entries = new LinkedHashMap<>();
    private final List<Logged> log = new ArrayList<>();

    synchronized int changes() {
        return log.size();
    }

    synchronized Optional<StoredEntry> get(String dn) {
        return Optional.ofNullable(entries.get(StoredEntry.dn(dn)));
    }

    /** @return false if there is one of that name */
    synchronized boolean add(StoredEntry entry) {
        if (entries.putIfAbsent(name(entry), entry) != null) {
            return false;
        }
        log.add(new Logged(entry.id(), Optional.empty()));
        return true;
    }

    /** @return false if there is none of that name */
    synchronized boolean replace(String dn, UnaryOperator<StoredEntry> change) {
        Optional<StoredEntry> before = get(dn);
        before.ifPresent(entry -> {
            entries.put(name(entry), change.apply(entry));
            log.add(new Logged(entry.id(), before));
        });
        return before.isPresent();
    }

    /** @return false if there is none of that name */
    synchronized boolean delete(String dn) {
        StoredEntry gone = entries.remove(StoredEntry.dn(dn));
        if (gone == null) {
            return false;
        }
        log.add(new Logged(gone.id(), Optional.of(gone)));
        return true;
    }

    /** Moves an entry and all below it. */
    synchronized void rename(String from, String to) {
        DN base = StoredEntry.dn(from);
        List<StoredEntry> moved = entries.values().stream().filter(entry -> entry.isWithin(base, Search.Scope.SUBTREE)).toList();
        for (StoredEntry entry : moved) {
            entries.remove(name(entry));
            StoredEntry renamed = entry.renamed(moved(name(entry), base, StoredEntry.dn(to)));
            entries.put(name(renamed), renamed);
            log.add(new Logged(entry.id(), Optional.of(entry)));
        }
    }

    synchronized List<StoredEntry> find(String base, Search.Scope scope, String filter) {
        DN root = StoredEntry.dn(base);
        Filter parsed = filter(filter);
        return entries.values().stream().filter(entry -> entry.isWithin(root, scope) && matches(entry, parsed)).toList();
    }

    /** What became of what a watch is about, since the change of that number. */
    synchronized List<DirectoryChange> since(int number, String base, Watch watch) {
        Filter filter = filter(watch.filter());
        DN root = StoredEntry.dn(base);
        Map<UUID, StoredEntry> now = new LinkedHashMap<>();
        find(base, Search.Scope.SUBTREE, watch.filter()).forEach(entry -> now.put(entry.id(), entry));
        Map<UUID, DirectoryChange> changes = new LinkedHashMap<>();
        for (Logged logged : log.subList(number, log.size())) {
            StoredEntry entry = now.get(logged.id());
            if (entry != null) {
                changes.put(logged.id(), new DirectoryChange.Changed(entry.read(watch.attributes())));
            } else if (logged.before().filter(was -> was.isWithin(root, Search.Scope.SUBTREE) && matches(was, filter)).isPresent()) {
                changes.put(logged.id(), new DirectoryChange.Deleted(logged.id()));
            }
        }
        return List.copyOf(changes.values());
    }

    private static Filter filter(String text) {
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new DirectoryRefusedException(e.getResultCode().intValue(), e.getMessage());
        }
    }

    private static boolean matches(StoredEntry entry, Filter filter) {
        try {
            return filter.matchesEntry(entry.content());
        } catch (LDAPException e) {
            throw new DirectoryRefusedException(e.getResultCode().intValue(), e.getMessage());
        }
    }

    private static DN moved(DN name, DN from, DN to) {
        RDN[] below = name.getRDNs();
        List<RDN> parts = new ArrayList<>(List.of(below).subList(0, below.length - from.getRDNs().length));
        parts.addAll(List.of(to.getRDNs()));
        return new DN(parts);
    }

    private static DN name(StoredEntry entry) {
        try {
            return entry.content().getParsedDN();
        } catch (LDAPException e) {
            throw new DirectoryRefusedException(e.getResultCode().intValue(), e.getMessage());
        }
    }
}
