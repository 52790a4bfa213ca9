package org.waypost.eventlog.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.event.EventType.Severity;
import org.waypost.event.LoggedEvent;

/** Reads what {@link EventWriter} wrote, and tells it from what it did not. Any thread. */
final class EventReader {
    private final JsonFactory factory = JsonFactory.builder().build();

    /** What a line says, as it comes. */
    private static final class Fields {
        private Instant time;
        private String source;
        private int id;
        private String name = "";
        private String category = "";
        private Severity severity;
        private int level;
        private String text;
        private int repeated;
        private final List<String> parameters = new ArrayList<>();
    }

    /** @return empty if the line is damaged */
    Optional<LoggedEvent> event(byte[] line) {
        try (JsonParser json = factory.createParser(line)) {
            Fields fields = new Fields();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                read(json, name, fields);
            }
            return json.nextToken() == null ? event(fields) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LoggedEvent> event(Fields f) {
        if (f.time == null || f.source == null || f.severity == null || f.text == null || f.id < 1) {
            return Optional.empty();
        }
        return Optional.of(new LoggedEvent(f.time, f.source, f.id, f.name, f.category, f.severity, f.level, f.text, f.parameters,
                Math.max(0, f.repeated)));
    }

    private static void read(JsonParser json, String name, Fields fields) throws IOException {
        if (name.equals("parameters") && json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                fields.parameters.add(json.getText());
            }
        } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            number(name, json.getIntValue(), fields);
        } else if (json.currentToken() == JsonToken.VALUE_STRING) {
            text(name, json.getText(), fields);
        } else {
            json.skipChildren();
        }
    }

    private static void number(String name, int number, Fields fields) {
        switch (name) {
            case "id" -> fields.id = number;
            case "level" -> fields.level = number;
            case "repeated" -> fields.repeated = number;
            default -> { }
        }
    }

    private static void text(String name, String text, Fields fields) {
        switch (name) {
            case "time" -> fields.time = Instant.parse(text);
            case "source" -> fields.source = text;
            case "name" -> fields.name = text;
            case "category" -> fields.category = text;
            case "severity" -> fields.severity = Severity.valueOf(text);
            case "text" -> fields.text = text;
            default -> { }
        }
    }
}
