package org.waypost.testkit.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.ContentSource;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.service.ServiceAwayException;

/** What every {@link DeliveryAgent} promises the queue. */
public interface DeliveryAgentContract {
    int LARGE = 3 << 20;

    /** The agent under test, its next hop taking everything. */
    DeliveryAgent agent();

    /** A delivery of this content to that many different recipients. */
    Delivery delivery(ContentSource content, int targets);

    @Test
    default void eachTargetHasAnOutcomeInOrder() throws Exception {
        List<Outcome> outcomes = done(agent().deliver(delivery(SampleContent.of("Subject: x\r\n\r\nbody\r\n"), 5)));
        assertEquals(5, outcomes.size());
        assertTrue(outcomes.stream().allMatch(Outcome::isSuccess), outcomes.toString());
    }

    @Test
    default void aLargeContentComesInAnyPieces() throws Exception {
        List<Outcome> outcomes = done(agent().deliver(delivery(SampleContent.large(LARGE, 60_001), 2)));
        assertTrue(outcomes.size() == 2 && outcomes.stream().allMatch(Outcome::isSuccess), outcomes.toString());
    }

    @Test
    default void theCallerDoesNotWaitForTheContent() throws Exception {
        SampleContent content = SampleContent.of("Subject: x\r\n\r\nbody\r\n");
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletionStage<DeliveryResult> result = agent().deliver(delivery(after(gate, content), 1));
        assertFalse(result.toCompletableFuture().isDone());
        gate.complete(null);
        assertTrue(done(result).get(0).isSuccess());
    }

    @Test
    default void aContentThatIsAwayReturnsTheDelivery() throws Exception {
        CompletableFuture<Void> away = CompletableFuture.failedFuture(new ServiceAwayException("spool is away"));
        assertInstanceOf(DeliveryResult.Returned.class,
                result(agent().deliver(delivery(after(away, SampleContent.of("x\r\n")), 1))));
    }

    @Test
    default void aContentThatCannotBeReadIsTriedAgainLater() throws Exception {
        CompletableFuture<Void> broken = CompletableFuture.failedFuture(new IOException("broken"));
        List<Outcome> outcomes = done(agent().deliver(delivery(after(broken, SampleContent.of("x\r\n")), 2)));
        assertEquals(List.of(Outcome.Kind.DEFERRED, Outcome.Kind.DEFERRED), outcomes.stream().map(Outcome::kind).toList());
    }

    private static ContentSource after(CompletableFuture<Void> gate, ContentSource content) {
        return new ContentSource() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public CompletionStage<ByteBuffer> read(long offset, int max) {
                return gate.thenCompose(open -> content.read(offset, max));
            }
        };
    }

    private static List<Outcome> done(CompletionStage<DeliveryResult> stage) throws Exception {
        return assertInstanceOf(DeliveryResult.Done.class, result(stage)).outcomes();
    }

    private static DeliveryResult result(CompletionStage<DeliveryResult> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
