package org.waypost.itests.harness;

import java.io.IOException;
import java.util.UUID;

/**
 * A small message with a token to find it by.
 *
 * @param token unique
 * @param body lines, each ended by CRLF, without dot-stuffing
 */
public record Letter(String token, String body) {
    public static Letter write() {
        return write("Hello.\r\n");
    }

    public static Letter write(String body) {
        return new Letter("token-" + UUID.randomUUID(), body);
    }

    public String text() {
        return "From: <writer@client.test>\r\nSubject: " + token + "\r\n\r\n" + body;
    }

    /** As it ends up in a Maildir, whose files have Unix line ends, below the fields that the server adds. */
    public String stored() {
        return text().replace("\r\n", "\n");
    }

    /** As it is sent after DATA, with its end. */
    public String data() {
        return text().replace("\r\n.", "\r\n..") + ".\r\n";
    }

    /**
     * Sends it in one transaction.
     *
     * @param from may be empty
     * @return the last reply, a 250
     */
    public SmtpReply send(RawSmtp server, String from, String to) throws IOException {
        server.command("MAIL FROM:<" + from + ">").expect(250);
        server.command("RCPT TO:<" + to + ">").expect(250);
        server.command("DATA").expect(354);
        server.raw(data());
        return server.reply().expect(250);
    }

    /** Connects, sends it, and leaves. */
    public SmtpReply send(int port, String from, String to) throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            SmtpReply reply = send(server, from, to);
            server.command("QUIT").expect(221);
            return reply;
        }
    }
}
