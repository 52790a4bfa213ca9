package org.waypost.queue.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;
import org.waypost.service.Gate;

class SimpleCategorizerTest {
    private final Map<String, Resolution> known = Map.of("alice", new Resolution.Mailbox("a"),
            "team", new Resolution.Alias(List.of(Address.of("bob@one.example"))), "away", new Resolution.Remote(),
            "elsewhere", new Resolution.Shared(), "nobody", new Resolution.Unknown());

    @Test
    void eachResolutionHasItsVerdict() {
        Gate<RecipientResolver> resolver = new Gate<>("resolver", Duration.ofSeconds(1), 1, Runnable::run);
        resolver.bind(address -> CompletableFuture.completedStage(known.get(address.local())));
        List<Verdict> verdicts = new SimpleCategorizer(resolver, "maildir")
                .categorize(message(), List.of(recipient("alice"), recipient("team"), recipient("away"), recipient("elsewhere"), recipient("nobody")))
                .toCompletableFuture().join();

        assertEquals(List.of(new Verdict.Local("maildir", "a"), new Verdict.Expand(List.of(Address.of("bob@one.example"))),
                new Verdict.Remote(), new Verdict.Remote(),
                new Verdict.Reject(EnhancedStatus.of("5.1.1"), "There is no mailbox nobody@here.example here")), verdicts);
    }

    private static Recipient recipient(String local) {
        return new Recipient(0, Recipient.NO_PARENT, new Address(local, "here.example"), Optional.empty(), Set.of(), Recipient.Progress.NEW);
    }

    private static Message message() {
        return new Message(new MessageId(1), new ContentId(1), 1, Optional.empty(), Instant.EPOCH, BodyType.SEVEN_BIT, false,
                Optional.empty(), Optional.empty(), Origin.HERE);
    }
}
