package org.waypost.eventlog.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.waypost.event.LoggedEvent;

/** Writes events as lines of JSON, in UTF-8. One thread. */
final class EventWriter {
    private final JsonFactory factory = JsonFactory.builder().build();

    void write(LoggedEvent event, OutputStream out) {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("time", event.time().truncatedTo(ChronoUnit.MILLIS).toString());
            text(json, "source", event.source());
            json.writeNumberField("id", event.id());
            if (!event.name().isEmpty()) {
                text(json, "name", event.name());
            }
            text(json, "category", event.category());
            text(json, "severity", event.severity().name());
            json.writeNumberField("level", event.level());
            text(json, "text", event.text());
            parameters(json, event);
            if (event.repeated() > 0) {
                json.writeNumberField("repeated", event.repeated());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    private static void parameters(JsonGenerator json, LoggedEvent event) throws IOException {
        Optional<String> object = event.object();
        if (object.isPresent()) {
            text(json, "object", object.get());
            json.writeArrayFieldStart("parameters");
            for (String parameter : event.parameters()) {
                json.writeString(clean(parameter));
            }
            json.writeEndArray();
        }
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeStringField(name, clean(text));
    }

    /** Half a surrogate pair, which UTF-8 does not have, becomes a question mark. */
    private static String clean(String text) {
        return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
    }
}
