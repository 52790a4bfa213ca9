package org.waypost.smtp.server.content;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;

/** Where contents begin and where they go. Any thread. */
public final class ContentStore {
    private final SpoolContents spool;
    private final ContentMemory memory;

    public ContentStore(SpoolContents spool, ContentMemory memory) {
        this.spool = spool;
        this.memory = memory;
    }

    public CompletionStage<MessageId> nextId() {
        return spool.nextId();
    }

    /**
     * @param head our own fields, which come before what the peer sends
     * @param completion adds what the peer's header lacks, if anything is to be added
     * @param tracked whether its Message-ID field will be asked for
     */
    public IncomingContent begin(MessageId id, byte[] head, Optional<HeaderCompletion> completion, boolean tracked) {
        return new IncomingContent(new ContentId(id.value()), head, new PassingHeader(completion, tracked), spool, memory);
    }

    /** See {@link IncomingContent#freeze()}. */
    public IncomingContent thaw(Map<?, ?> frozen) {
        return IncomingContent.thaw(frozen, spool, memory);
    }

    /**
     * Hands a content to the spool together with its envelope; when it is refused, nothing of it stays.
     *
     * @return completes with false if no spool came: it may be handed over again
     */
    public CompletionStage<Boolean> accept(IncomingContent content, Function<Content, NewMessage> envelope) {
        return spool.accept(envelope.apply(content.handOver())).whenComplete((begun, failure) -> {
            if (failure != null) {
                content.refused();
            } else if (begun) {
                content.accepted();
            } else {
                content.takenBack();
            }
        });
    }
}
