import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.spool.Change;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;
import org.waypost.spool.Spool;
import org.waypost.spool.rocks.RocksSpool;
import org.waypost.spool.rocks.SpoolEnvironment;
import org.waypost.spool.rocks.SpoolSettings;

/**
 * Fills a spool: {@code FillSpool FOLDER MESSAGES QUEUES}. Message {@code i} goes to {@code ui@dQ.example}, Q being i modulo
 * QUEUES + 1, except that the last of them is 0 again, which makes d0 the largest queue.
 */
final class FillSpool implements EventLog {
    private static final int AT_ONCE = 1_000;

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        int messages = Integer.parseInt(args[1]);
        int queues = Integer.parseInt(args[2]);
        SpoolSettings settings = new SpoolSettings(folder, folder.resolveSibling("fill-native"), 262_144, 0, 32 << 20, 64 << 20, 8 << 20);
        try (RocksSpool spool = RocksSpool.open(settings, new SpoolEnvironment(InstantSource.system(), new Random(1),
                path -> Long.MAX_VALUE, new FillSpool())).orElseThrow()) {
            for (int i = 0; i < messages; i += AT_ONCE) {
                List<Change> batch = new ArrayList<>();
                for (int j = i; j < Math.min(messages, i + AT_ONCE); j++) {
                    batch.add(new Change.Accept(message(spool.nextId(), j, j % (queues + 1) % queues)));
                }
                spool.apply(batch, Spool.Durability.LAZY).toCompletableFuture().join();
            }
        }
    }

    private static NewMessage message(MessageId id, int number, int queue) {
        byte[] text = ("Subject: message " + number + "\r\n\r\nHello\r\n").getBytes(StandardCharsets.US_ASCII);
        Message message = new Message(id, new ContentId(id.value()), text.length, Optional.of(Address.of("s" + number % 5_000 + "@bench.example")),
                InstantSource.system().instant(), BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty(), Origin.HERE);
        Recipient to = new Recipient(0, Recipient.NO_PARENT, Address.of("u" + number + "@d" + queue + ".example"), Optional.empty(), Set.of(),
                Recipient.Progress.NEW);
        return new NewMessage(message, List.of(to), new Content.Inline(List.of(ByteBuffer.wrap(text))));
    }

    @Override
    public void report(EventType type, Object... parameters) {
        System.err.println(type.text() + " " + List.of(parameters));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("nothing is delivered");
    }
}
