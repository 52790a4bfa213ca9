package org.waypost.smtp.server.session;

import java.nio.ByteBuffer;
import org.waypost.format.smtp.ReplyFormat;
import org.waypost.mail.Reply;

/** A reply together with its bytes, so that those which never change are written once only. */
public final class Answer {
    public static final Answer OK = of(250, "2.0.0", "OK");
    public static final Answer BAD_SEQUENCE = of(503, "5.5.1", "Bad sequence of commands");
    public static final Answer NO_ARGUMENT = of(501, "5.5.4", "This command takes no argument");
    public static final Answer TRY_AGAIN = of(451, "4.3.0", "Temporary local problem, try again later");

    private final Reply reply;
    private final byte[] bytes;

    public Answer(Reply reply) {
        this.reply = reply;
        this.bytes = ReplyFormat.write(reply);
    }

    public static Answer of(int code, String status, String text) {
        return new Answer(Reply.of(code, status, text));
    }

    public Reply reply() {
        return reply;
    }

    /** Fresh at each call; the bytes are shared and must not be written to. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public String toString() {
        return reply.toString();
    }
}
