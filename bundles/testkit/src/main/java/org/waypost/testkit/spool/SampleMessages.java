package org.waypost.testkit.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;

/** Messages as tests need them. */
public final class SampleMessages {
    private SampleMessages() {
    }

    /** A message from {@code sender@example.org} to {@code user0@example.com} and so on, its content held in memory. */
    public static NewMessage inline(MessageId id, String content, int recipients) {
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        return of(id, new ContentId(id.value()), new Content.Inline(List.of(bytes)), recipients);
    }

    /** The same with a content that is in the spool already. */
    public static NewMessage of(MessageId id, ContentId contentId, Content content, int recipients) {
        Message message = new Message(id, contentId, content.size(), Optional.of(Address.of("sender@example.org")),
                Instant.parse("2026-01-01T00:00:00Z"), BodyType.EIGHT_BIT_MIME, false, Optional.empty(),
                Optional.of("envelope"), new Origin("main", "127.0.0.1:4711", "ESMTP", ""));
        return new NewMessage(message, IntStream.range(0, recipients).mapToObj(SampleMessages::recipient).toList(), content);
    }

    public static Recipient recipient(int number) {
        return new Recipient(number, Recipient.NO_PARENT, Address.of("user" + number + "@example.com"), Optional.empty(),
                Set.of(), Recipient.Progress.NEW);
    }
}
