import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.DirectoryCategorizer;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.lookup.Outage;
import org.waypost.categorizer.Categorizer;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.delivery.Outcome;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;
import org.waypost.directory.Search.Role;
import org.waypost.directory.ldap.ConnectionSettings;
import org.waypost.directory.ldap.ConnectionSettings.Credentials;
import org.waypost.directory.ldap.ConnectionSettings.Mechanism;
import org.waypost.directory.ldap.DirectoryAccess;
import org.waypost.directory.ldap.DirectorySettings;
import org.waypost.directory.ldap.DirectorySettings.Bases;
import org.waypost.directory.ldap.DirectorySettings.Foreign;
import org.waypost.directory.ldap.DirectorySettings.PoolSettings;
import org.waypost.directory.ldap.ServerUrl;
import org.waypost.directory.ldap.recipient.LdapRecipients;
import org.waypost.directory.ldap.recipient.RecipientSettings;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.service.Gate;

/** The Java half of bench/categorize: one message for each recipient and group, {@value #OPEN} under way at once. */
final class Categorize {
    private static final int OPEN = 1_000;
    private static final String BASE = "dc=example,dc=com";

    private final Categorizer categorizer;

    private Categorize(Categorizer categorizer) {
        this.categorizer = categorizer;
    }

    public static void main(String[] args) throws InterruptedException {
        int people = Integer.parseInt(args[3]);
        int groups = Integer.parseInt(args[4]);
        EventLog events = new Errors();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService probes = Executors.newCachedThreadPool();
        LdapRecipients recipients = new LdapRecipients(new RecipientSettings(2 * (people + groups) + 1_000, Duration.ofHours(1),
                Duration.ofMinutes(1), 100, 4), InstantSource.system(), timer);
        DirectoryAccess access = new DirectoryAccess(settings(args[1], Path.of(args[2])), events, timer, probes, recipients::status);
        recipients.open(access.directory(), access.dispatcher(), events);
        access.servers().set(Map.of(ServerUrl.parse(args[0]), EnumSet.allOf(Role.class)));
        Categorize bench = new Categorize(categorizer(recipients, access.directory(), timer, events));
        bench.untilUp();

        System.out.printf("%d recipients, %d groups, one message each, %d messages under way%n", people, groups, OPEN);
        bench.run("recipients, cold", "u", people);
        for (int i = 1; i <= 3; i++) {
            bench.run("recipients, warm " + i, "u", people);
        }
        bench.run("members of groups, cold", "g", groups);
        bench.run("members of groups, warm", "g", groups);
        recipients.close();
        access.close();
        timer.shutdownNow();
        probes.shutdownNow();
        System.exit(0);
    }

    /** Messages to name0@example.com, name1@example.com, ... */
    private void run(String title, String name, int count) throws InterruptedException {
        Semaphore free = new Semaphore(OPEN);
        AtomicLong found = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            free.acquire();
            ask(i, new Address(name + i, "example.com")).whenComplete((verdicts, failure) -> {
                (failure == null ? found : failed).addAndGet(failure == null ? size(verdicts.get(0)) : 1);
                free.release();
            });
        }
        free.acquire(OPEN);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-26s %,10.0f/s   (%d in %.2f s, %d failed)%n", title, found.get() / seconds, found.get(), seconds, failed.get());
    }

    private CompletionStage<List<Verdict>> ask(int number, Address to) {
        Message message = new Message(new MessageId(number), new ContentId(number), 2_048, Optional.of(new Address("u" + number % 1_000, "example.com")),
                Instant.EPOCH, BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty(), new Origin("default", "192.0.2.1:25", "ESMTP", ""));
        return categorizer.categorize(message, List.of(new Recipient(0, Recipient.NO_PARENT, to, Optional.empty(), Set.of(), Recipient.Progress.NEW)));
    }

    private static int size(Verdict verdict) {
        return verdict instanceof Verdict.Expand expand ? expand.addresses().size() : verdict instanceof Verdict.Local ? 1 : 0;
    }

    private void untilUp() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean up = false;
        while (!up && System.nanoTime() < end) {
            up = ask(0, new Address("nobody", "example.com")).handle((verdicts, failure) -> failure == null).toCompletableFuture().join();
            TimeUnit.MILLISECONDS.sleep(up ? 0 : 100);
        }
    }

    private static Categorizer categorizer(Recipients recipients, Directory directory, ScheduledExecutorService timer, EventLog events) {
        Gate<Recipients> byAddress = new Gate<>("recipients", Duration.ofSeconds(2), OPEN, Runnable::run);
        Gate<Directory> searches = new Gate<>("directory", Duration.ofSeconds(2), OPEN, Runnable::run);
        byAddress.bind(recipients);
        searches.bind(directory);
        CategorizerSettings settings = new CategorizerSettings(List.of("example.com"), Set.of(), 0, 50_000, "maildir", "+", Optional.empty());
        Outage outage = new Outage(events, probe -> timer.schedule(probe, 1, TimeUnit.SECONDS), () -> { });
        Inquiries inquiries = new Inquiries(byAddress, searches, outage);
        return new DirectoryCategorizer(inquiries, new Colleagues(inquiries), () -> settings, events);
    }

    private static DirectorySettings settings(String bindDn, Path password) {
        ConnectionSettings connection = new ConnectionSettings(false, Optional.empty(),
                new Credentials(Mechanism.SIMPLE, bindDn, Optional.of(password)), Duration.ofSeconds(5), Duration.ofSeconds(10));
        return new DirectorySettings("waypost", new Bases("cn=Configuration," + BASE, BASE, BASE), Foreign.FALSE, connection,
                new PoolSettings(4, 2, 10_000, 1_000, Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }

    /** Prints what goes wrong. */
    private static final class Errors implements EventLog {
        @Override
        public void report(EventType type, Object... parameters) {
            if (type.severity() != EventType.Severity.INFORMATION) {
                System.err.println(type.source() + " " + type.id() + " " + type.text() + " " + List.of(parameters));
            }
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            throw new IllegalStateException("nothing is delivered");
        }
    }
}
