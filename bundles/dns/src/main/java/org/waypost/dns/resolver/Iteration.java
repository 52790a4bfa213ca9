package org.waypost.dns.resolver;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;

/**
 * Finds answers without the help of another resolver: from the root servers down by referrals (RFC 1034 5.3.3). What
 * is learnt of zones is kept for their time to live.
 */
final class Iteration implements Source {
    private final QuerySender sender;
    private final Delegations delegations;
    private final SilentServers silences;
    private final Random random;
    private final int rounds;
    private final BooleanSupplier stopped;

    /**
     * @param settings with root servers
     * @param stopped ends a lookup before its next query
     */
    Iteration(DnsSettings settings, InstantSource clock, Random random, BooleanSupplier stopped) {
        sender = new QuerySender(settings, false);
        delegations = new Delegations(settings);
        silences = new SilentServers(clock);
        this.random = random;
        rounds = settings.rounds();
        this.stopped = stopped;
    }

    @Override
    public CompletionStage<Message> ask(Record question, Watcher watcher) {
        return new Descent(this, question, watcher, new Budget(), 0).run();
    }

    QuerySender sender() {
        return sender;
    }

    Delegations delegations() {
        return delegations;
    }

    SilentServers silences() {
        return silences;
    }

    /** @param remembered whether the zone was known from an earlier lookup */
    Visit visit(Delegation zone, boolean remembered) {
        return new Visit(zone, remembered, rounds, silences::contains, random);
    }

    void requireRunning() throws IOException {
        if (stopped.getAsBoolean()) {
            throw new IOException("lookups were stopped");
        }
    }
}
