package org.waypost.dns.update;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waypost.dns.DnsUpdate;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The service {@link DnsUpdate}: one update for each zone, one zone after the other. */
public final class DnsUpdater implements DnsUpdate {
    /** Of what is added, in seconds: an hour, so that a mistake does not last. */
    private static final long TTL = 3_600;

    private final UpdateSettings settings;
    private final ZoneFinder primaries;

    /** @param primaries finds the primary servers of zones, where the settings name no server */
    public DnsUpdater(UpdateSettings settings, ZoneFinder primaries) {
        this.settings = settings;
        this.primaries = primaries;
    }

    @Override
    public CompletionStage<List<ZoneUpdate>> update(List<Wanted> wanted, boolean apply) {
        try {
            Optional<UpdateKey> key = settings.keyFile().isEmpty() ? Optional.empty()
                    : Optional.of(KeyFile.read(settings.keyFile().get()));
            return new Run(key, apply).all(wanted);
        } catch (IOException e) {
            return CompletableFuture.completedStage(List.of(new ZoneUpdate("", "", List.of(), List.of(), Result.FAILED, sentence(e))));
        }
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = String.valueOf(cause.getMessage());
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    private static Name name(String text) throws IOException {
        return Name.fromString(text, Name.root);
    }

    private final class Run {
        private final Optional<UpdateKey> key;
        private final boolean apply;
        private final Map<Zone, List<Wanted>> zones = new LinkedHashMap<>();
        private final List<ZoneUpdate> results = new ArrayList<>();

        Run(Optional<UpdateKey> key, boolean apply) {
            this.key = key;
            this.apply = apply;
        }

        CompletionStage<List<ZoneUpdate>> all(List<Wanted> wanted) {
            CompletionStage<Void> done = CompletableFuture.completedStage(null);
            for (Wanted each : wanted) {
                done = done.thenCompose(before -> sort(each));
            }
            return done.thenCompose(sorted -> eachZone()).thenApply(end -> List.copyOf(results));
        }

        private CompletionStage<Void> sort(Wanted each) {
            return zone(each).handle((zone, failure) -> {
                if (failure == null) {
                    zones.computeIfAbsent(zone, none -> new ArrayList<>()).add(each);
                } else {
                    ZoneUpdate failed = new ZoneUpdate(each.name(), "", List.of(), List.of(), Result.FAILED, sentence(failure));
                    if (!results.contains(failed)) {
                        results.add(failed);
                    }
                }
                return null;
            });
        }

        private CompletionStage<Zone> zone(Wanted each) {
            try {
                Name name = name(each.name());
                return settings.server().isEmpty() ? primaries.find(name)
                        : session(settings.server().get()).zoneOf(name).thenApply(zone -> new Zone(zone, settings.server().get()));
            } catch (IOException e) {
                return CompletableFuture.failedStage(e);
            }
        }

        private CompletionStage<Void> eachZone() {
            CompletionStage<Void> done = CompletableFuture.completedStage(null);
            for (Map.Entry<Zone, List<Wanted>> each : zones.entrySet()) {
                done = done.thenCompose(before -> update(each.getKey(), each.getValue())).thenAccept(results::add);
            }
            return done;
        }

        private CompletionStage<ZoneUpdate> update(Zone zone, List<Wanted> wanted) {
            ZoneSession session = session(zone.server());
            Changes changes = new Changes();
            CompletionStage<Void> compared = CompletableFuture.completedStage(null);
            for (Wanted each : wanted) {
                compared = compared.thenCompose(before -> compare(session, each, changes));
            }
            return compared.thenCompose(all -> apply && !changes.isEmpty() ? session.send(changes.message(zone.name()))
                    : CompletableFuture.completedStage(null)).handle((sent, failure) -> told(zone, changes, failure));
        }

        private CompletionStage<Void> compare(ZoneSession session, Wanted each, Changes changes) {
            try {
                Name name = name(each.name());
                int type = Type.value(each.type());
                List<Record> records = new ArrayList<>();
                for (String value : each.values()) {
                    records.add(Record.fromString(name, type, DClass.IN, TTL, value, Name.root));
                }
                return session.records(name, type).thenAccept(present -> changes.compare(each, present, records));
            } catch (IOException e) {
                return CompletableFuture.failedStage(e);
            }
        }

        private ZoneUpdate told(Zone zone, Changes changes, Throwable failure) {
            Result result = failure != null ? Result.FAILED : changes.isEmpty() ? Result.SAME : apply ? Result.CHANGED : Result.PLANNED;
            List<String> sentences = new ArrayList<>();
            if (failure != null) {
                sentences.add(sentence(failure));
            }
            sentences.addAll(changes.remarks());
            return new ZoneUpdate(zone.name().toString(true), ZoneSession.label(zone.server()), changes.added(), changes.removed(), result,
                    String.join(" ", sentences));
        }

        private ZoneSession session(InetSocketAddress server) {
            return new ZoneSession(server, settings.timeout(), key);
        }
    }
}
