package org.waypost.categorize.restriction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.CategorizerSettings.Responsibility;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Origin;

/** Finds out who a sender is. Any thread; returns at once. */
public final class SenderLookup {
    private static final String NO_VIRTUAL_SERVER = "";

    private final Inquiries inquiries;
    private final Supplier<CategorizerSettings> settings;

    public SenderLookup(Inquiries inquiries, Supplier<CategorizerSettings> settings) {
        this.inquiries = inquiries;
        this.settings = settings;
    }

    public CompletionStage<Sender> of(Message message) {
        Origin origin = message.origin();
        // A colleague has categorized it before, and knew whether its sender had authenticated.
        boolean trusted = !origin.user().isEmpty() || !origin.server().isEmpty() || origin.virtualServer().equals(NO_VIRTUAL_SERVER);
        return of(message.originator(), trusted);
    }

    /** @param address empty for the null reverse-path */
    public CompletionStage<Sender> of(Optional<Address> address, boolean trusted) {
        if (address.filter(this::isOurs).isEmpty()) {
            return CompletableFuture.completedStage(new Sender(address, trusted, Optional.empty()));
        }
        return inquiries.byAddress(address.get(), settings.get().withoutSubaddress(address.get()))
                .thenApply(found -> new Sender(address, trusted, only(found)));
    }

    /** Who it is, also if it is a contact: somebody elsewhere whom the directory knows by an address or as a target. */
    CompletionStage<Optional<DirectoryRecipient>> person(Sender sender) {
        if (sender.entry().isPresent() || sender.address().filter(address -> !isOurs(address)).isEmpty()) {
            return CompletableFuture.completedStage(sender.entry());
        }
        Address address = sender.address().get();
        return inquiries.byAddress(address).thenCompose(found -> found.isEmpty() ? contact(address)
                : CompletableFuture.completedStage(only(found)));
    }

    private CompletionStage<Optional<DirectoryRecipient>> contact(Address address) {
        String filter = Filter.anyOf("targetAddress", List.of("smtp:" + address, address.toString()));
        Search search = new Search(Search.Role.GLOBAL_CATALOG, "", Search.Scope.SUBTREE, filter, Set.of("cn"));
        return inquiries.search(search, 2).thenApply(SenderLookup::only);
    }

    private boolean isOurs(Address address) {
        return settings.get().responsibility(address.domain()) != Responsibility.NONE;
    }

    /** Somebody who cannot be told from another is nobody. */
    private static Optional<DirectoryRecipient> only(List<Entry> found) {
        return found.size() == 1 ? Optional.of(new DirectoryRecipient(found.get(0))) : Optional.empty();
    }
}
