package org.waypost.categorize;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerSettings.Responsibility;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;

/**
 * The verdict on an individual: its mailbox, which may be another server's, its {@code targetAddress} elsewhere, or
 * its {@code altRecipient}, with a copy of its own if {@code deliverAndRedirect} is TRUE.
 */
final class Forwarding {
    private final Inquiries inquiries;
    private final Colleagues colleagues;
    private final Supplier<CategorizerSettings> settings;
    private final EventLog events;

    Forwarding(Inquiries inquiries, Colleagues colleagues, Supplier<CategorizerSettings> settings, EventLog events) {
        this.inquiries = inquiries;
        this.colleagues = colleagues;
        this.settings = settings;
        this.events = events;
    }

    /** @param address by which it was found */
    CompletionStage<Verdict> verdict(DirectoryRecipient recipient, Address address) {
        Optional<String> alternate = recipient.entry().value("altRecipient");
        if (alternate.isEmpty()) {
            return own(recipient, address);
        }
        return inquiries.byDn(alternate.get()).thenCompose(found -> {
            Optional<Address> other = found.map(DirectoryRecipient::new).flatMap(DirectoryRecipient::address);
            if (other.isEmpty()) {
                events.report(CategorizerEvent.FORWARD_LOST, recipient.dn(), alternate.get());
            }
            return other.filter(to -> !recipient.isKnownAs(to)).map(to -> CompletableFuture.completedStage(redirected(recipient, address, to)))
                    .orElseGet(() -> own(recipient, address));
        });
    }

    /** Without its alternate recipient. */
    CompletionStage<Verdict> own(DirectoryRecipient recipient, Address address) {
        if (recipient.targetText().isPresent()) {
            return CompletableFuture.completedStage(target(recipient, address));
        }
        Optional<String> home = recipient.mailbox().flatMap(mailbox -> recipient.entry().value("msExchHomeServerName"));
        return colleagues.named(home).thenApply(server -> server.isPresent() ? new Verdict.Remote(server) : mailbox(recipient, address));
    }

    private static Verdict redirected(DirectoryRecipient recipient, Address address, Address to) {
        if (!recipient.entry().isTrue("deliverAndRedirect")) {
            return new Verdict.Expand(List.of(to));
        }
        return new Verdict.Expand(List.of(recipient.target().orElse(new Address("\\" + address.local(), address.domain())), to));
    }

    private Verdict target(DirectoryRecipient recipient, Address address) {
        Optional<Address> target = recipient.target();
        if (target.isEmpty()) {
            return Rejections.badTarget("The target address \"" + recipient.targetText().get() + "\" of " + address + " is no SMTP address");
        }
        boolean itself = recipient.isKnownAs(target.get()) || target.get().equals(address);
        if (!itself) {
            return new Verdict.Expand(List.of(target.get()));
        }
        // Known here and kept by the other system of a shared domain; of a domain of ours there is no other.
        boolean ours = settings.get().responsibility(target.get().domain()) == Responsibility.AUTHORITATIVE;
        return ours ? Rejections.loop("The target address of " + address + " is its own") : new Verdict.Remote();
    }

    private Verdict mailbox(DirectoryRecipient recipient, Address address) {
        String agent = recipient.deliveryAgent().orElse(settings.get().localAgent());
        return recipient.mailbox().<Verdict>map(mailbox -> new Verdict.Local(agent, mailbox))
                .orElseGet(() -> Rejections.unknown(address + " has neither a mailbox nor a target address"));
    }
}
