package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with a message's header while it passes: its hops are counted; it is completed, and its Message-ID kept, if wanted. */
final class PassingHeader {
    private static final String HOPS = "hops";
    private static final String COMPLETION = "completion";
    private static final String MESSAGE_ID = "messageId";

    private final HopCounter hops;
    private final Optional<HeaderCompletion> completion;
    private final Optional<MessageIdReader> messageId;

    /** @param tracked whether {@link #messageId()} will be asked for */
    PassingHeader(Optional<HeaderCompletion> completion, boolean tracked) {
        this(new HopCounter(), completion, tracked ? Optional.of(new MessageIdReader()) : Optional.empty());
    }

    private PassingHeader(HopCounter hops, Optional<HeaderCompletion> completion, Optional<MessageIdReader> messageId) {
        this.hops = hops;
        this.completion = completion;
        this.messageId = messageId;
    }

    /** The field as it is stored, with angle brackets; empty if there is none or it was not wanted. */
    String messageId() {
        return messageId.map(MessageIdReader::value).orElse("");
    }

    int hops() {
        return hops.count();
    }

    /** What is to be stored of a part. @param last whether the message ends with it */
    List<ByteBuffer> pass(ByteBuffer part, boolean last) {
        hops.feed(part);
        List<ByteBuffer> stored = completed(part, last);
        messageId.ifPresent(reader -> stored.forEach(reader::feed));
        return stored;
    }

    private List<ByteBuffer> completed(ByteBuffer part, boolean last) {
        if (completion.isEmpty()) {
            return List.of(part);
        }
        List<ByteBuffer> parts = new ArrayList<>(completion.get().pass(part));
        if (last) {
            parts.addAll(completion.get().end());
        }
        return parts;
    }

    Map<String, Object> freeze() {
        Map<String, Object> data = new HashMap<>();
        data.put(HOPS, hops.freeze());
        completion.ifPresent(header -> data.put(COMPLETION, header.freeze()));
        messageId.ifPresent(reader -> data.put(MESSAGE_ID, reader.freeze()));
        return data;
    }

    /** @param data of {@link #freeze}, maybe among other data */
    static PassingHeader thaw(Map<?, ?> data) {
        return new PassingHeader(HopCounter.thaw((List<?>) data.get(HOPS)),
                Optional.ofNullable((Map<?, ?>) data.get(COMPLETION)).map(HeaderCompletion::thaw),
                Optional.ofNullable((Map<?, ?>) data.get(MESSAGE_ID)).map(MessageIdReader::thaw));
    }
}
