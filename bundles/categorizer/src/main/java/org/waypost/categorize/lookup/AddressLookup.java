package org.waypost.categorize.lookup;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.CategorizerSettings.Responsibility;
import org.waypost.directory.Entry;
import org.waypost.mail.Address;

/** Finds who an address is. The directory is asked for domains of ours only. Any thread; returns at once. */
public final class AddressLookup {
    private static final char ITSELF = '\\';
    private static final CompletionStage<Match> ELSEWHERE = CompletableFuture.completedStage(new Match.Elsewhere());

    private final Inquiries inquiries;
    private final Supplier<CategorizerSettings> settings;

    public AddressLookup(Inquiries inquiries, Supplier<CategorizerSettings> settings) {
        this.inquiries = inquiries;
        this.settings = settings;
    }

    public CompletionStage<Match> find(Address asked) {
        CategorizerSettings now = settings.get();
        Address address = now.complete(asked);
        Responsibility responsibility = now.responsibility(address.domain());
        if (responsibility == Responsibility.NONE) {
            return ELSEWHERE;
        }
        boolean itself = address.local().charAt(0) == ITSELF && address.local().length() > 1;
        Address plain = itself ? new Address(address.local().substring(1), address.domain()) : address;
        Address base = now.withoutSubaddress(plain);
        return inquiries.byAddress(plain, base).thenApply(entries -> match(entries, itself, base, responsibility));
    }

    private static Match match(List<Entry> entries, boolean itself, Address base, Responsibility responsibility) {
        if (entries.size() == 1) {
            return new Match.Found(new DirectoryRecipient(entries.get(0)), itself);
        }
        if (!entries.isEmpty()) {
            return new Match.Ambiguous(entries.stream().map(Entry::dn).toList());
        }
        if (base.local().equalsIgnoreCase("postmaster")) {
            return new Match.Postmaster();
        }
        return responsibility == Responsibility.SHARED ? new Match.Shared() : new Match.Unknown();
    }
}
