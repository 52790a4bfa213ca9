package org.waypost.track.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingEventBuilder;
import org.waypost.tracking.TrackingKind;

/** Reads what {@link EventWriter} wrote, and tells it from what it did not. Any thread. */
public final class EventReader {
    private final JsonFactory factory = JsonFactory.builder().build();

    /** What a line says, as it comes. */
    private static final class Fields {
        private Instant time;
        private TrackingKind kind;
        private MessageId message;
        private String host = "";
        private String address = "";
        private final List<Address> recipients = new ArrayList<>();
        private final List<Part> rest = new ArrayList<>();
    }

    private interface Part {
        void to(TrackingEventBuilder event);
    }

    /** @return empty if the line is damaged, or of a kind that this version does not know */
    public Optional<TrackingEvent> event(byte[] bytes, int offset, int length) {
        try (JsonParser json = factory.createParser(bytes, offset, length)) {
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
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<TrackingEvent> event(Fields fields) {
        if (fields.time == null || fields.kind == null || fields.message == null) {
            return Optional.empty();
        }
        fields.time.toEpochMilli();
        TrackingEventBuilder event = TrackingEvent.of(fields.time, fields.kind, fields.message)
                .recipients(fields.recipients).remote(fields.host, fields.address);
        fields.rest.forEach(part -> part.to(event));
        return Optional.of(event.build());
    }

    private static void read(JsonParser json, String name, Fields fields) throws IOException {
        if (name.equals("recipients") && json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                fields.recipients.add(Address.of(json.getText()));
            }
        } else if (name.equals("size") && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            long size = json.getLongValue();
            fields.rest.add(event -> event.size(size));
        } else if (json.currentToken() == JsonToken.VALUE_STRING) {
            read(name, json.getText(), fields);
        } else {
            json.skipChildren();
        }
    }

    private static void read(String name, String text, Fields fields) {
        switch (name) {
            case "time" -> fields.time = Instant.parse(text);
            case "kind" -> fields.kind = TrackingKind.valueOf(text);
            case "message" -> fields.message = MessageId.parse(text);
            case "header" -> fields.rest.add(event -> event.header(text));
            case "sender" -> fields.rest.add(event -> event.sender(Optional.of(Address.of(text))));
            case "virtualServer" -> fields.rest.add(event -> event.virtualServer(text));
            case "queue" -> fields.rest.add(event -> event.queue(text));
            case "connector" -> fields.rest.add(event -> event.connector(text));
            case "remoteHost" -> fields.host = text;
            case "remoteAddress" -> fields.address = text;
            case "tls" -> fields.rest.add(event -> event.tls(text));
            case "text" -> fields.rest.add(event -> event.text(text));
            case "related" -> fields.rest.add(event -> event.related(MessageId.parse(text)));
            default -> { }
        }
    }
}
