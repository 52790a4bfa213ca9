package org.waypost.rus.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.directory.ldap.ConnectionSettings;
import org.waypost.directory.ldap.ConnectionSettings.Credentials;
import org.waypost.directory.ldap.ConnectionSettings.Mechanism;
import org.waypost.directory.ldap.DirectorySettings;
import org.waypost.directory.ldap.DirectorySettings.Bases;
import org.waypost.directory.ldap.DirectorySettings.Foreign;
import org.waypost.directory.ldap.DirectorySettings.PoolSettings;
import org.waypost.directory.ldap.Places;
import org.waypost.directory.ldap.recipient.RecipientSettings;
import org.waypost.directory.ldap.service.DirectoryServices;
import org.waypost.directory.ldap.service.ServiceSettings;
import org.waypost.dns.Dns;
import org.waypost.metrics.LateMeter;
import org.waypost.policy.Run;
import org.waypost.rus.RecordedEvents;
import org.waypost.rus.engine.PolicyBook;
import org.waypost.rus.engine.RusSettings;
import org.waypost.rus.engine.UpdateInstance;
import org.waypost.rus.policy.PolicyReader;
import org.waypost.service.Gate;
import org.waypost.testkit.ldap.Slapd;
import org.waypost.testkit.metabase.MemoryMetabase;

/** A policy change over many recipients in slapd, beside ldapmodify making such changes alone. Not a test: see bench/restamp. */
class RestampBench {
    private static final int RECIPIENTS = Integer.getInteger("restamp.recipients", 100_000);
    private static final String BASE = Slapd.SUFFIX;
    private static final String POLICY = "cn=Default Policy,cn=Recipient Policies,cn=Example,cn=Configuration," + BASE;

    private final Path folder = Path.of("target", "restamp").toAbsolutePath();

    @Test
    void restamps() throws Exception {
        Files.createDirectories(folder);
        Path password = Files.writeString(folder.resolve("password"), Slapd.PASSWORD + "\n");
        Slapd.Setup setup = Slapd.Setup.in(folder.resolve("slapd-" + ProcessHandle.current().pid()))
                .schema(List.of(Path.of("../directory-embedded/src/main/schema/openldap/waypost.schema")))
                .withoutSyncrepl().lines("index proxyAddresses,legacyExchangeDN,mail,mailNickname,cn eq,pres",
                        "overlay syncprov", "syncprov-checkpoint 100 1", "syncprov-sessionlog 10000", "database monitor");
        try (Slapd slapd = Slapd.start(setup)) {
            Path entries = Files.writeString(folder.resolve("entries.ldif"), entries());
            ldap("ldapadd", slapd, entries);
            Path before = Files.writeString(folder.resolve("before.ldif"), changes("portland"));
            Path after = Files.writeString(folder.resolve("after.ldif"), changes("tacoma"));
            double first = rate(() -> ldap("ldapmodify", slapd, before));
            System.out.printf("ldapmodify alone, before: %.0f recipients a second%n", first);
            double ours;
            long searches = operations(slapd, "Search");
            long adds = operations(slapd, "Add");
            long changes = operations(slapd, "Modify");
            try (DirectoryServices services = services(slapd.url(), password)) {
                ours = restamp(services.directory());
            }
            System.out.printf("restamped: %.0f recipients a second; for each %.2f searches, %.2f entries added, %.2f changed%n", ours,
                    each(operations(slapd, "Search") - searches), each(operations(slapd, "Add") - adds), each(operations(slapd, "Modify") - changes));
            double last = rate(() -> ldap("ldapmodify", slapd, after));
            System.out.printf("ldapmodify alone, after: %.0f recipients a second; ratio %.2f%n", last, ours / ((first + last) / 2));
        }
    }

    private double restamp(Directory directory) throws Exception {
        RecordedEvents events = new RecordedEvents();
        PolicyBook book = new PolicyBook(events);
        ScheduledExecutorService thread = Executors.newScheduledThreadPool(2);
        AtomicLong heap = new AtomicLong();
        thread.scheduleAtFixedRate(() -> heap.accumulateAndGet(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), Math::max),
                0, 200, TimeUnit.MILLISECONDS);
        Watch watch = new Watch(Search.Role.CONFIGURATION, "", PolicyBook.FILTER, PolicyReader.ATTRIBUTES, Optional.empty());
        UpdateInstance instance = new UpdateInstance("bench", RusSettings.DEFAULT, InstantSource.system(), events, thread);
        instance.bind(new MemoryMetabase());
        instance.bind(directory);
        try (Directory.Watching watching = directory.watch(watch, book)) {
            long begin = System.nanoTime();
            book.add(instance::policies);
            while (instance.status().lastEnded().isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Run run = instance.status().last();
            System.out.printf("%s in %.1f s, followed by %s, peak heap %d MiB%n", run, seconds, watching.method(), heap.get() >> 20);
            assertEquals(0, run.failed(), () -> events.reports().get(0));
            return RECIPIENTS / seconds;
        } finally {
            instance.close();
            thread.shutdownNow();
        }
    }

    private static String entries() {
        StringBuilder ldif = new StringBuilder("dn: " + BASE + "\nobjectClass: dcObject\nobjectClass: organization\ndc: example\no: Example\n\n"
                + "dn: ou=People," + BASE + "\nobjectClass: organizationalUnit\nou: People\n\n");
        String below = BASE;
        for (String rdn : List.of("Configuration:msExchContainer", "Example:msExchOrganizationContainer", "Recipient Policies:msExchContainer")) {
            String[] parts = rdn.split(":");
            below = "cn=" + parts[0] + "," + below;
            ldif.append("dn: ").append(below).append("\nobjectClass: ").append(parts[1]).append("\ncn: ").append(parts[0]).append("\n\n");
        }
        ldif.append("dn: ").append(POLICY).append("\nobjectClass: msExchRecipientPolicy\ncn: Default Policy\npurportedSearch: (mailNickname=*)\n"
                + "msExchPolicyOrder: 2147483647\ngatewayProxy: SMTP:@example.com\ngatewayProxy: smtp:@seattle.example.com\n\n");
        for (int i = 0; i < RECIPIENTS; i++) {
            ldif.append("dn: ").append(dn(i)).append("\nobjectClass: inetOrgPerson\nobjectClass: mailRecipient\nuid: user").append(i)
                    .append("\ncn: User ").append(i).append("\nsn: ").append(i).append("\nmailNickname: user").append(i)
                    .append("\nproxyAddresses: SMTP:user").append(i).append("@example.com\nmail: user").append(i)
                    .append("@example.com\nlegacyExchangeDN: /o=Example/ou=First Administrative Group/cn=Recipients/cn=user").append(i).append("\n\n");
        }
        return ldif.toString();
    }

    /** What a script would do for the same policy: replace the addresses of each. */
    private static String changes(String city) {
        StringBuilder ldif = new StringBuilder();
        for (int i = 0; i < RECIPIENTS; i++) {
            ldif.append("dn: ").append(dn(i)).append("\nchangetype: modify\nreplace: proxyAddresses\nproxyAddresses: SMTP:user").append(i)
                    .append("@example.com\nproxyAddresses: smtp:user").append(i).append('@').append(city).append(".example.com\n-\n\n");
        }
        return ldif.toString();
    }

    /** How many operations of a kind the server has begun, as it counts them itself. */
    private static long operations(Slapd slapd, String kind) throws LDAPException {
        try (LDAPConnection connection = slapd.connect()) {
            return connection.getEntry("cn=" + kind + ",cn=Operations,cn=Monitor", "monitorOpInitiated").getAttributeValueAsLong("monitorOpInitiated");
        }
    }

    private static double each(long operations) {
        return (double) operations / RECIPIENTS;
    }

    private static String dn(int i) {
        return "uid=user" + i + ",ou=People," + BASE;
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double rate(Work work) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        work.run();
        return RECIPIENTS / ((System.nanoTime() - begin) / 1e9);
    }

    private static void ldap(String program, Slapd slapd, Path ldif) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program, "-x", "-H", slapd.url(), "-D", Slapd.ROOT, "-w", Slapd.PASSWORD, "-f", ldif.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, process.waitFor(), program);
    }

    private static DirectoryServices services(String url, Path password) {
        ConnectionSettings connection = new ConnectionSettings(false, Optional.empty(), new Credentials(Mechanism.SIMPLE, Slapd.ROOT,
                Optional.of(password)), Duration.ofSeconds(5), Duration.ofSeconds(60));
        DirectorySettings directory = new DirectorySettings("waypost", new Bases("cn=Configuration," + BASE, BASE, BASE), Foreign.FALSE, connection,
                new PoolSettings(8, 2, 1_000, 500, Duration.ofSeconds(2), Duration.ofSeconds(30)));
        ServiceSettings settings = new ServiceSettings(new Places(List.of(url), List.of()), directory,
                new RecipientSettings(1_000, Duration.ofSeconds(600), Duration.ofSeconds(60), 100, 2), Duration.ofSeconds(10));
        Gate<Dns> dns = new Gate<>("DNS", Duration.ofSeconds(5), 10, Runnable::run);
        return new DirectoryServices(settings, dns, new RecordedEvents(), new LateMeter(), InstantSource.system(), new Random(1));
    }
}
