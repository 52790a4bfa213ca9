package org.waypost.track.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.waypost.mail.MessageId;
import org.waypost.track.index.Term;
import org.waypost.track.index.Values;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** What a question says, as terms for the index and as a test of an event. */
final class Condition implements Predicate<TrackingEvent> {
    private final List<Collection<Long>> terms = new ArrayList<>();
    private final List<Predicate<TrackingEvent>> tests = new ArrayList<>();
    private final long from;
    private final long to;
    private byte[] id = {};

    Condition(TrackingQuestion question) {
        from = millis(question.from());
        to = millis(question.to());
        question.message().ifPresent(this::message);
        question.header().map(Values::header).ifPresent(this::header);
        question.sender().map(Values::sender).ifPresent(this::sender);
        question.recipient().map(Values::header).ifPresent(this::recipient);
        question.remote().map(Values::host).ifPresent(this::remote);
        if (!question.kinds().isEmpty()) {
            terms.add(question.kinds().stream().map(TrackingKind::name).map(Term.KIND::of).toList());
            tests.add(event -> question.kinds().contains(event.kind()));
        }
    }

    /** A line has to have one of each of these collections. */
    List<Collection<Long>> terms() {
        return terms;
    }

    /** Whether there can be events among some of these times, in milliseconds since 1970. */
    boolean overlaps(long first, long last) {
        return first < to && last >= from;
    }

    @Override
    public boolean test(TrackingEvent event) {
        long time = event.time().toEpochMilli();
        return time >= from && time < to && tests.stream().allMatch(test -> test.test(event));
    }

    /** Whether it is worth while to read a line, which costs more than to look for an id in it. */
    boolean admits(byte[] bytes, int offset, int length) {
        for (int at = offset; at <= offset + length - id.length; at++) {
            if (Arrays.equals(bytes, at, at + id.length, id, 0, id.length)) {
                return true;
            }
        }
        return false;
    }

    private void message(MessageId message) {
        id = message.toString().getBytes(StandardCharsets.US_ASCII);
        terms.add(List.of(Term.MESSAGE.of(message.value())));
        tests.add(event -> event.message().equals(message) || event.related().filter(message::equals).isPresent());
    }

    private void header(String header) {
        terms.add(List.of(Term.HEADER.of(header)));
        tests.add(event -> Values.header(event.header()).equalsIgnoreCase(header));
    }

    private void sender(String sender) {
        terms.add(List.of(Term.SENDER.of(sender)));
        tests.add(event -> Values.sender(event.sender()).equalsIgnoreCase(sender));
    }

    private void recipient(String recipient) {
        terms.add(List.of(Term.RECIPIENT.of(recipient)));
        tests.add(event -> event.recipients().stream().anyMatch(each -> each.toString().equalsIgnoreCase(recipient)));
    }

    private void remote(String remote) {
        terms.add(List.of(Term.REMOTE.of(remote)));
        tests.add(event -> Values.host(event.remoteHost()).equalsIgnoreCase(remote)
                || Values.host(event.remoteAddress()).equalsIgnoreCase(remote));
    }

    /** The limits of time lie beyond what milliseconds reach. */
    private static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
