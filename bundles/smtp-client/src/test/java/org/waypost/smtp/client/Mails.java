package org.waypost.smtp.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import org.waypost.delivery.ContentSource;
import org.waypost.delivery.Delivery;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.mail.ReturnContent;
import org.waypost.routing.NextHop;

/** Deliveries as tests need them, to the domain {@code example.org}. */
record Mails(byte[] content, BodyType body, boolean international, boolean dsn, NextHop hop) {
    static Mails of(String content) {
        return new Mails(content.getBytes(StandardCharsets.UTF_8), BodyType.SEVEN_BIT, false, false,
                new NextHop.Domain("example.org"));
    }

    static Mails of(byte[] content) {
        return new Mails(content, BodyType.SEVEN_BIT, false, false, new NextHop.Domain("example.org"));
    }

    Mails body(BodyType type) {
        return new Mails(content, type, international, dsn, hop);
    }

    Mails inUtf8() {
        return new Mails(content, body, true, dsn, hop);
    }

    Mails withDsn() {
        return new Mails(content, body, international, true, hop);
    }

    Mails via(NextHop other) {
        return new Mails(content, body, international, dsn, other);
    }

    Delivery to(String... recipients) {
        Message message = new Message(new MessageId(7), new ContentId(7), content.length,
                Optional.of(Address.of("sender@example.com")), Instant.EPOCH, body, international,
                dsn ? Optional.of(ReturnContent.HDRS) : Optional.empty(), dsn ? Optional.of("id=1") : Optional.empty(),
                new Origin("main", "", "", ""));
        return new Delivery(message, hop, IntStream.range(0, recipients.length)
                .mapToObj(i -> new Delivery.Target(recipient(i, recipients[i]), "")).toList(), new Bytes(content));
    }

    private Recipient recipient(int number, String address) {
        return new Recipient(number, Recipient.NO_PARENT, Address.of(address),
                dsn ? Optional.of("rfc822;" + address) : Optional.empty(),
                dsn ? Set.of(Notify.SUCCESS, Notify.FAILURE) : Set.of(), Recipient.Progress.NEW);
    }


    /** Gives at most 20,000 octets at a time, as a source may. */
    private record Bytes(byte[] bytes) implements ContentSource {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public CompletionStage<ByteBuffer> read(long offset, int max) {
            int length = (int) Math.min(Math.min(max, 20_000), bytes.length - offset);
            return CompletableFuture.completedStage(ByteBuffer.wrap(bytes, (int) offset, length).slice());
        }
    }
}
