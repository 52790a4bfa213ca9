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

    private final JsonFactory factory = JsonFactory.builder().build();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    /** @return the line with its end */
    public byte[] line(TrackingEvent event) {
        lines.reset();
        try (JsonGenerator json = factory.createGenerator(lines)) {
            json.writeStartObject();
            write(json, event);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return lines.toByteArray();
    }

    private void write(JsonGenerator json, TrackingEvent event) throws IOException {
        json.writeStringField("time", time(event.time()));
        json.writeStringField("kind", event.kind().name());
        if (event.kind().number() > 0) {
            json.writeNumberField("number", event.kind().number());
        }
        json.writeStringField("message", event.message().toString());
        text(json, "header", event.header());
        text(json, "sender", event.sender().map(Address::toString).orElse(""));
        if (!event.recipients().isEmpty()) {
            json.writeArrayFieldStart("recipients");
            for (Address recipient : event.recipients()) {
                json.writeString(clean(recipient.toString()));
            }
            json.writeEndArray();
        }
        json.writeNumberField("size", event.size());
        text(json, "virtualServer", event.virtualServer());
        text(json, "queue", event.queue());
        text(json, "connector", event.connector());
        text(json, "remoteHost", event.remoteHost());
        text(json, "remoteAddress", event.remoteAddress());
        text(json, "tls", event.tls());
        text(json, "text", event.text());
        text(json, "related", event.related().map(MessageId::toString).orElse(""));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
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
