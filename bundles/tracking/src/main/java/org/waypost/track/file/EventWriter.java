package org.waypost.track.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;

/** Writes events as lines of JSON, in UTF-8; what is empty is left out. One thread. */
public final class EventWriter {
    /** In characters: enough for each reply that people read, and a bound for a line. */
    private static final int LONGEST_TEXT = 2_000;

    private final JsonFactory factory = new JsonFactory().setRootValueSeparator("");
    private final Buffer lines = new Buffer();
    private JsonGenerator json = generator();

    /** Lines, the last of which can be taken back. */
    private static final class Buffer extends ByteArrayOutputStream {
        void shorten(int size) {
            count = size;
        }

        byte[] bytes() {
            return buf;
        }
    }

    /**
     * Adds a line.
     *
     * @return its length with its end, in octets
     * @throws RuntimeException if it cannot be written; the lines before stay
     */
    public int add(TrackingEvent event) {
        int before = lines.size();
        boolean whole = false;
        try {
            json.writeStartObject();
            write(event);
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
            whole = true;
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            if (!whole) {
                json = generator();
                lines.shorten(before);
            }
        }
        return lines.size() - before;
    }

    /** The lines are the first {@link #size()} octets; valid until the next call. */
    public byte[] bytes() {
        return lines.bytes();
    }

    /** Of all lines, in octets. */
    public int size() {
        return lines.size();
    }

    public void reset() {
        lines.reset();
    }

    private JsonGenerator generator() {
        try {
            return factory.createGenerator(lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(TrackingEvent event) throws IOException {
        json.writeStringField("time", time(event.time()));
        json.writeStringField("kind", event.kind().name());
        if (event.kind().number() > 0) {
            json.writeNumberField("number", event.kind().number());
        }
        json.writeStringField("message", event.message().toString());
        text("header", event.header());
        text("sender", event.sender().map(Address::toString).orElse(""));
        if (!event.recipients().isEmpty()) {
            json.writeArrayFieldStart("recipients");
            for (Address recipient : event.recipients()) {
                json.writeString(clean(recipient.toString()));
            }
            json.writeEndArray();
        }
        json.writeNumberField("size", event.size());
        text("virtualServer", event.virtualServer());
        text("queue", event.queue());
        text("connector", event.connector());
        text("remoteHost", event.remoteHost());
        text("remoteAddress", event.remoteAddress());
        text("tls", event.tls());
        text("text", event.text());
        text("related", event.related().map(MessageId::toString).orElse(""));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void text(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, clean(text));
        }
    }

    /** Half a surrogate pair, which UTF-8 does not have, becomes a question mark. */
    private static String clean(String text) {
        String part = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        for (int i = 0; i < part.length(); i++) {
            if (Character.isSurrogate(part.charAt(i))) {
                return new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return part;
    }
}
