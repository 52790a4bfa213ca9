package org.waypost.link.greeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.waypost.link.codec.Chunks;
import org.waypost.link.codec.Message;

/**
 * Messages as lines of replies to {@code X-LINK2STATE}: chunks short enough for a reply (RFC 5321 4.5.3.1.5), so many at one
 * time that a reply stays small, the last line {@value #MORE} if there are others. One thread at a time.
 */
final class ReplyLines {
    /** There is nothing to say. */
    static final String DONE = "DONE";
    /** {@code X-LINK2STATE NEXT} asks for it. */
    static final String MORE = "MORE";
    /** The chunk was taken, the next one may come. */
    static final String GO_ON = "GO ON";
    private static final String CHUNK = "CHUNK={";
    private static final int MAX_BODY = 480;
    private static final int MAX_LINES = 80;

    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    void add(Collection<Message> messages) {
        waiting.addAll(messages);
    }

    int size() {
        return waiting.size();
    }

    /** The texts of the next reply, at least one. */
    List<String> next() {
        List<String> texts = new ArrayList<>();
        while (texts.size() < MAX_LINES && fill()) {
            texts.add(lines.remove());
        }
        if (fill()) {
            texts.add(MORE);
        }
        return texts.isEmpty() ? List.of(DONE) : texts;
    }

    private boolean fill() {
        if (lines.isEmpty() && !waiting.isEmpty()) {
            Chunks.split(waiting.remove()).forEach(this::shorten);
        }
        return !lines.isEmpty();
    }

    private void shorten(String chunk) {
        int body = chunk.indexOf('{') + 1;
        int end = chunk.length() - 1;
        for (; end - body > MAX_BODY; body += MAX_BODY) {
            lines.add(CHUNK + chunk.substring(body, body + MAX_BODY) + '}');
        }
        lines.add(chunk.substring(0, chunk.indexOf('{') + 1) + chunk.substring(body));
    }
}
