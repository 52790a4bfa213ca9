package org.waypost.rus.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.rus.RecordedEvents;
import org.waypost.rus.policy.PolicyReader;
import org.waypost.testkit.directory.MemoryDirectory;
import org.waypost.testkit.metabase.MemoryMetabase;

/** An organization in memory, with the policies it has and instances that stamp it. */
final class Organization implements AutoCloseable {
    static final String DN = "cn=Example,cn=Configuration,dc=example,dc=com";

    final MemoryDirectory directory = new MemoryDirectory();
    final MemoryMetabase metabase = new MemoryMetabase();
    final RecordedEvents events = new RecordedEvents();
    final PolicyBook book = new PolicyBook(events);
    private final List<AutoCloseable> open = new ArrayList<>();

    Organization() {
        directory.add(DN, "objectClass: msExchOrganizationContainer", "cn: Example");
        policy("Default Policy", Integer.MAX_VALUE, "(mailNickname=*)", "SMTP:@example.com");
    }

    static String policyDn(String name) {
        return "cn=" + name + ",cn=Recipient Policies," + DN;
    }

    static String userDn(String alias) {
        return "uid=" + alias + ",ou=People,dc=example,dc=com";
    }

    void policy(String name, int order, String filter, String... templates) {
        List<String> lines = new ArrayList<>(List.of("objectClass: msExchRecipientPolicy", "cn: " + name, "purportedSearch: " + filter,
                "msExchPolicyOrder: " + order));
        List.of(templates).forEach(template -> lines.add("gatewayProxy: " + template));
        directory.add(policyDn(name), lines.toArray(String[]::new));
    }

    void user(String alias, String... attributes) {
        List<String> lines = new ArrayList<>(List.of("objectClass: inetOrgPerson", "uid: " + alias));
        if (List.of(attributes).stream().noneMatch(line -> line.startsWith("mailNickname"))) {
            lines.add("mailNickname: " + alias);
        }
        lines.addAll(List.of(attributes));
        directory.add(userDn(alias), lines.toArray(String[]::new));
    }

    List<String> addresses(String alias) {
        return directory.entry(userDn(alias)).orElseThrow().values("proxyAddresses");
    }

    String value(String alias, String attribute) {
        return directory.entry(userDn(alias)).orElseThrow().value(attribute).orElse("");
    }

    /** Policies are watched from now on. */
    Organization watched() {
        open.add(directory.watch(new Watch(Search.Role.CONFIGURATION, "", PolicyBook.FILTER, PolicyReader.ATTRIBUTES, Optional.empty()), book));
        return this;
    }

    UpdateInstance instance(String name, RusSettings settings) {
        return instance(name, settings, directory);
    }

    UpdateInstance instance(String name, RusSettings settings, Directory seen) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        UpdateInstance instance = new UpdateInstance(name, settings, InstantSource.system(), events, thread);
        open.add(thread::shutdownNow);
        open.add(instance);
        instance.bind(metabase);
        instance.bind(seen);
        book.add(instance::policies);
        return instance;
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }
}
