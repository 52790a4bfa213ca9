package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with a message's header while it passes: its hops are counted, and it is completed if that is wanted. */
final class PassingHeader {
    private static final String HOPS = "hops";
    private static final String COMPLETION = "completion";

    private final HopCounter hops;
    private final Optional<HeaderCompletion> completion;

    PassingHeader(Optional<HeaderCompletion> completion) {
        this(new HopCounter(), completion);
    }

    private PassingHeader(HopCounter hops, Optional<HeaderCompletion> completion) {
        this.hops = hops;
        this.completion = completion;
    }

    int hops() {
        return hops.count();
    }

    /** What is to be stored of a part. @param last whether the message ends with it */
    List<ByteBuffer> pass(ByteBuffer part, boolean last) {
        hops.feed(part);
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
        return data;
    }

    /** @param data of {@link #freeze}, maybe among other data */
    static PassingHeader thaw(Map<?, ?> data) {
        return new PassingHeader(HopCounter.thaw((List<?>) data.get(HOPS)),
                Optional.ofNullable((Map<?, ?>) data.get(COMPLETION)).map(HeaderCompletion::thaw));
    }
}
