package org.waypost.format.dsn;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.waypost.format.message.MailDate;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.mail.BodyType;

/**
 * Writes DSNs as multipart/report (RFC 6522). For any thread, if the random generator is.
 *
 * <p>The returned part is never changed: its encoding is the one the message came with. A header that
 * is returned alone is text and becomes quoted-printable where it must, so that such a DSN
 * passes every server.
 */
public final class DsnWriter {
    private final RandomGenerator random;

    /**
     * @param random makes boundaries, which must not occur in what is returned: 128 bits of it
     */
    public DsnWriter(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A DSN that returns the whole message, which stands between prologue and epilogue.
     *
     * @param body what the message came as. A BINARYMIME message makes a DSN that only a server with
     *     BINARYMIME takes: better return its header
     */
    public Dsn withMessage(DsnReport report, BodyType body) {
        String boundary = boundary();
        BodyType whole = report.international() && body == BodyType.SEVEN_BIT ? BodyType.EIGHT_BIT_MIME : body;
        StringBuilder out = start(report, whole, boundary);
        out.append("Content-Type: ").append(report.international() ? "message/global" : "message/rfc822").append("\r\n");
        encoding(out, body);
        return new Dsn(bytes(out.append("\r\n")), end(boundary), whole, report.international());
    }

    /**
     * A DSN that returns the header alone.
     *
     * @param header of the message, with or without its empty line
     */
    public Dsn withHeader(DsnReport report, byte[] header) {
        String boundary = boundary();
        BodyType whole = report.international() ? BodyType.EIGHT_BIT_MIME : BodyType.SEVEN_BIT;
        StringBuilder out = start(report, whole, boundary);
        out.append("Content-Type: ").append(report.international() ? "message/global-headers" : "text/rfc822-headers; charset=utf-8")
                .append("\r\n");
        byte[] returned = header;
        if (QuotedPrintable.isPlain(header, report.international())) {
            encoding(out, whole);
        } else {
            out.append("Content-Transfer-Encoding: quoted-printable\r\n");
            returned = QuotedPrintable.encode(header);
        }
        return new Dsn(join(bytes(out.append("\r\n")), returned), end(boundary), whole, report.international());
    }

    private StringBuilder start(DsnReport report, BodyType whole, String boundary) {
        StringBuilder out = new StringBuilder(4096);
        header(report, whole, boundary, out);
        out.append("This is a delivery status notification in MIME format.\r\n");
        open(out, boundary).append("Content-Description: Notification\r\n");
        text(new HumanPart(report).text(), out);
        open(out, boundary).append("Content-Description: Delivery report\r\nContent-Type: ")
                .append(report.international() ? "message/global-delivery-status" : "message/delivery-status").append("\r\n");
        encoding(out, report.international() ? BodyType.EIGHT_BIT_MIME : BodyType.SEVEN_BIT);
        out.append("\r\n");
        new StatusPart(report, out).write();
        return open(out, boundary).append("Content-Description: Returned message\r\n");
    }

    private static void header(DsnReport report, BodyType whole, String boundary, StringBuilder out) {
        FieldWriter fields = new FieldWriter(out, report.international());
        fields.field("From", "Mail Delivery System <" + AddressFormat.write(report.from()) + ">");
        fields.field("To", "<" + AddressFormat.write(report.to()) + ">");
        fields.field("Subject", "Delivery Status Notification (" + worst(report).title() + ")");
        fields.field("Date", MailDate.format(report.time()));
        fields.field("Message-ID", "<" + report.messageId() + ">");
        fields.field("Auto-Submitted", "auto-replied");
        fields.field("MIME-Version", "1.0");
        fields.field("Content-Type", "multipart/report; report-type=delivery-status; boundary=\"" + boundary + "\"");
        encoding(out, whole);
        fields.end();
    }

    private static Action worst(DsnReport report) {
        return report.recipients().stream().map(RecipientReport::action).sorted().findFirst().orElseThrow();
    }

    private static void text(String text, StringBuilder out) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean plain = QuotedPrintable.isPlain(utf8);
        out.append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ")
                .append(plain ? "7bit" : "quoted-printable").append("\r\n\r\n")
                .append(plain ? text : new String(QuotedPrintable.encode(utf8), StandardCharsets.US_ASCII));
    }

    private static void encoding(StringBuilder out, BodyType body) {
        String name = switch (body) {
            case SEVEN_BIT -> "7bit";
            case EIGHT_BIT_MIME -> "8bit";
            case BINARY_MIME -> "binary";
        };
        out.append("Content-Transfer-Encoding: ").append(name).append("\r\n");
    }

    private static StringBuilder open(StringBuilder out, String boundary) {
        return out.append("\r\n--").append(boundary).append("\r\n");
    }

    private static byte[] end(String boundary) {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private String boundary() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return "=_" + HexFormat.of().formatHex(bits);
    }

    private static byte[] bytes(StringBuilder out) {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
