package org.waypost.dns.resolver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waypost.dns.DnsAnswer;
import org.xbill.DNS.Cache;
import org.xbill.DNS.Credibility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SetResponse;

/** Lookups of records, through a cache of what one source answered. */
final class Lookup {
    /** Longer chains of aliases are taken for a loop. */
    private static final int MAX_ALIASES = 12;

    private final Source source;
    private final Cache cache = new Cache(DClass.IN);

    Lookup(Source source, DnsSettings settings) {
        this.source = source;
        cache.setMaxEntries(settings.cacheEntries());
        cache.setMaxCache((int) settings.maxTtl().toSeconds());
        cache.setMaxNCache((int) settings.maxNegativeTtl().toSeconds());
    }

    /** Never completes exceptionally. */
    CompletionStage<DnsAnswer<Record>> find(Name name, int type, Watcher watcher) {
        return find(name, type, 0, watcher).exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return new DnsAnswer.Failed<>("lookup of " + name.toString(true) + " failed (" + cause.getMessage() + ")");
        });
    }

    private CompletionStage<DnsAnswer<Record>> find(Name name, int type, int aliases, Watcher watcher) {
        SetResponse known = cache.lookupRecords(name, type, Credibility.NORMAL);
        if (!known.isUnknown() && !known.isDelegation()) {
            watcher.cached(name, type, known);
            return follow(known, name, type, aliases, watcher);
        }
        return source.ask(Record.newRecord(name, type, DClass.IN), watcher)
                .thenCompose(answer -> follow(cache.addMessage(answer), name, type, aliases, watcher));
    }

    private CompletionStage<DnsAnswer<Record>> follow(SetResponse response, Name name, int type, int aliases,
            Watcher watcher) {
        if (response == null || response.isNXRRSET() || response.isDelegation() || response.isUnknown()) {
            return CompletableFuture.completedStage(new DnsAnswer.NoData<>());
        }
        if (response.isNXDOMAIN()) {
            return CompletableFuture.completedStage(new DnsAnswer.NoSuchName<>());
        }
        if (response.isSuccessful()) {
            return CompletableFuture.completedStage(found(response.answers()));
        }
        if (aliases == MAX_ALIASES) {
            return CompletableFuture.completedStage(
                    new DnsAnswer.Failed<>("more than " + MAX_ALIASES + " aliases up to " + name.toString(true)));
        }
        return find(target(response, name), type, aliases + 1, watcher);
    }

    private static Name target(SetResponse response, Name name) {
        try {
            return response.isCNAME() ? response.getCNAME().getTarget() : name.fromDNAME(response.getDNAME());
        } catch (NameTooLongException e) {
            throw new CompletionException(e);
        }
    }

    private static DnsAnswer<Record> found(List<RRset> sets) {
        List<Record> records = new ArrayList<>();
        long ttl = Long.MAX_VALUE;
        for (RRset set : sets) {
            records.addAll(set.rrs(false));
            ttl = Math.min(ttl, set.getTTL());
        }
        return records.isEmpty() ? new DnsAnswer.NoData<>() : new DnsAnswer.Found<>(records, Duration.ofSeconds(ttl));
    }
}
