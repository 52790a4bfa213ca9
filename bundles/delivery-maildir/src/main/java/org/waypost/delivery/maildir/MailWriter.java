package org.waypost.delivery.maildir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.Delivery;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.mail.BodyType;

/** Writes one recipient's copy: the fields of final delivery (RFC 5321 4.4), then the content. One thread at a time. */
final class MailWriter {
    private final Maildirs.TmpFile tmp;
    private final UnixLines lines = new UnixLines();
    private final boolean octets;
    private long written;

    /** Lines end as files have it, but in a binary body each octet counts. */
    MailWriter(Maildirs.TmpFile tmp, BodyType body) {
        this.tmp = tmp;
        this.octets = body == BodyType.BINARY_MIME;
    }

    void fields(Delivery delivery, String deliveredTo) throws IOException {
        String text = "Return-Path: <" + delivery.message().sender().map(AddressFormat::write).orElse("") + ">\r\n"
                + "Delivered-To: " + deliveredTo + "\r\n";
        put(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The next part of the content, which is left as it is. */
    void content(ByteBuffer part) throws IOException {
        written += part.remaining();
        put(part.duplicate());
    }

    /** Octets of the content so far. */
    long written() {
        return written;
    }

    /** See {@link Maildirs.TmpFile#deliver}. */
    CompletionStage<Void> deliver() throws IOException {
        tmp.file().write(lines.end());
        return tmp.deliver();
    }

    void discard() {
        tmp.discard();
    }

    private void put(ByteBuffer bytes) throws IOException {
        tmp.file().write(octets ? bytes : lines.convert(bytes));
    }
}
