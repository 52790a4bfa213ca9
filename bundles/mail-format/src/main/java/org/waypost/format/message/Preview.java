package org.waypost.format.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * The beginning of a message as people read it: the fields of its header and the first plain text, or if there is none the
 * first other text. Whatever is wrong with it ends the reading and leaves what was read until there. Nothing is made
 * harmless: who shows it must.
 *
 * @param fields in their order, unfolded, encoded words (RFC 2047) decoded
 * @param part media type of the part that the text is of, in lower case; empty if no text was found
 */
public record Preview(List<Field> fields, String part, String text) {
    private static final int MAX_FIELDS = 1_000;
    private static final String PLAIN = "text/plain";

    public Preview {
        fields = List.copyOf(fields);
    }

    public record Field(String name, String value) {}

    /** @param start the first octets of a message, or all of them; from position to limit */
    public static Preview of(ByteBuffer start) {
        byte[] bytes = new byte[start.remaining()];
        start.duplicate().get(bytes);
        Reader reader = new Reader();
        try {
            reader.read(bytes);
        } catch (MimeException | IOException | RuntimeException e) {
            // A stranger's message may be anything; what was read until here is shown.
        }
        return new Preview(reader.fields, reader.part, reader.text);
    }

    /** Goes through the parts as they come. */
    private static final class Reader {
        private final List<Field> fields = new ArrayList<>();
        private String part = "";
        private String text = "";

        private void read(byte[] bytes) throws MimeException, IOException {
            MimeTokenStream stream = new MimeTokenStream(MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(-1)
                    .setMaxHeaderCount(MAX_FIELDS).build());
            stream.parse(new ByteArrayInputStream(bytes));
            boolean inMainHeader = true;
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state == EntityState.T_END_HEADER) {
                    inMainHeader = false;
                } else if (state == EntityState.T_FIELD && inMainHeader) {
                    fields.add(field(stream));
                } else if (state == EntityState.T_BODY && isBetter(stream.getBodyDescriptor())) {
                    take(stream);
                }
            }
        }

        private static Field field(MimeTokenStream stream) {
            String body = stream.getField().getBody();
            return new Field(stream.getField().getName(),
                    DecoderUtil.decodeEncodedWords(body == null ? "" : body.trim(), DecodeMonitor.SILENT));
        }

        private boolean isBetter(BodyDescriptor found) {
            String type = type(found);
            return type.startsWith("text/") && !part.equals(PLAIN) && (part.isEmpty() || type.equals(PLAIN));
        }

        private void take(MimeTokenStream stream) throws IOException {
            BodyDescriptor found = stream.getBodyDescriptor();
            part = type(found);
            text = new String(stream.getDecodedInputStream().readAllBytes(), charset(found));
        }

        private static String type(BodyDescriptor found) {
            return found.getMimeType() == null ? "" : found.getMimeType().toLowerCase(Locale.ROOT);
        }

        /** US-ASCII is part of UTF-8, and what claims to be one is often the other. */
        private static Charset charset(BodyDescriptor found) {
            try {
                Charset named = Charset.forName(found.getCharset());
                return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
            } catch (IllegalArgumentException e) {
                return StandardCharsets.UTF_8;
            }
        }
    }
}
