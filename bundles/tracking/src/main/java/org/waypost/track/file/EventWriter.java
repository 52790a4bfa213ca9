package org.waypost.track.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;

/** Writes events as lines of JSON, in UTF-8; what is empty is left out. One thread. */
public final class EventWriter {
    /** In characters: enough for each reply that people read, and a bound for a line. */
    private static final int LONGEST_TEXT = 2_000;
    private static final SerializableString TIME = new SerializedString("time");
    private static final SerializableString KIND = new SerializedString("kind");
    private static final SerializableString NUMBER = new SerializedString("number");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final SerializableString HEADER = new SerializedString("header");
    private static final SerializableString SENDER = new SerializedString("sender");
    private static final SerializableString RECIPIENTS = new SerializedString("recipients");
    private static final SerializableString SIZE = new SerializedString("size");
    private static final SerializableString VIRTUAL_SERVER = new SerializedString("virtualServer");
    private static final SerializableString QUEUE = new SerializedString("queue");
    private static final SerializableString CONNECTOR = new SerializedString("connector");
    private static final SerializableString REMOTE_HOST = new SerializedString("remoteHost");
    private static final SerializableString REMOTE_ADDRESS = new SerializedString("remoteAddress");
    private static final SerializableString TLS = new SerializedString("tls");
    private static final SerializableString TEXT = new SerializedString("text");
    private static final SerializableString RELATED = new SerializedString("related");

    private final JsonFactory factory = new JsonFactory().setRootValueSeparator("");
    private final Timestamp timestamp = new Timestamp();
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
        int before = size();
        boolean whole = false;
        try {
            json.writeStartObject();
            write(event);
            json.writeEndObject();
            json.writeRaw('\n');
            whole = true;
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            if (!whole) {
                flush();
                json = generator();
                lines.shorten(before);
            }
        }
        return size() - before;
    }

    /** The lines are the first {@link #size()} octets; valid until the next call. */
    public byte[] bytes() {
        flush();
        return lines.bytes();
    }

    /** Of all lines, in octets. */
    public int size() {
        return lines.size() + json.getOutputBuffered();
    }

    public void reset() {
        flush();
        lines.reset();
    }

    private JsonGenerator generator() {
        try {
            return factory.createGenerator(lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void flush() {
        try {
            json.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(TrackingEvent event) throws IOException {
        text(TIME, timestamp.text(event.time()));
        text(KIND, event.kind().name());
        if (event.kind().number() > 0) {
            json.writeFieldName(NUMBER);
            json.writeNumber(event.kind().number());
        }
        text(MESSAGE, event.message().toString());
        text(HEADER, event.header());
        text(SENDER, event.sender().map(Address::toString).orElse(""));
        recipients(event.recipients());
        json.writeFieldName(SIZE);
        json.writeNumber(event.size());
        text(VIRTUAL_SERVER, event.virtualServer());
        text(QUEUE, event.queue());
        text(CONNECTOR, event.connector());
        text(REMOTE_HOST, event.remoteHost());
        text(REMOTE_ADDRESS, event.remoteAddress());
        text(TLS, event.tls());
        text(TEXT, event.text());
        text(RELATED, event.related().map(MessageId::toString).orElse(""));
    }

    private void recipients(List<Address> recipients) throws IOException {
        if (!recipients.isEmpty()) {
            json.writeFieldName(RECIPIENTS);
            json.writeStartArray();
            for (Address recipient : recipients) {
                json.writeString(cut(recipient.toString()));
            }
            json.writeEndArray();
        }
    }

    private void text(SerializableString name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeFieldName(name);
            json.writeString(cut(text));
        }
    }

    /** Never between the halves of a surrogate pair. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}
