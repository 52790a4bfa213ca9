package org.waypost.directory.ldap.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.waypost.directory.ldap.ConnectionSettings;
import org.waypost.directory.ldap.ConnectionSettings.Credentials;
import org.waypost.directory.ldap.ConnectionSettings.Mechanism;
import org.waypost.directory.ldap.DirectorySettings;
import org.waypost.directory.ldap.DirectorySettings.Bases;
import org.waypost.directory.ldap.DirectorySettings.Foreign;
import org.waypost.directory.ldap.DirectorySettings.PoolSettings;
import org.waypost.directory.ldap.Places;
import org.waypost.directory.ldap.recipient.RecipientSettings;
import org.waypost.dns.Dns;
import org.waypost.service.Gate;
import org.waypost.testkit.time.ManualClock;

/** Makes services for tests, and waits for their answers. */
final class Access implements AutoCloseable {
    static final String BASE = "dc=example,dc=com";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final RecordedEvents events = new RecordedEvents();
    final RecordedMeter meter = new RecordedMeter();
    final ManualClock clock = new ManualClock();
    final Gate<Dns> dns = new Gate<>("DNS", Duration.ofSeconds(5), 10, Runnable::run);
    private final List<DirectoryServices> open = new ArrayList<>();

    /** What differs from test to test. */
    record Way(boolean startTls, Optional<Path> trust, Optional<Path> password, String bindDn, Duration requestTimeout) {
        static Way anonymous() {
            return new Way(false, Optional.empty(), Optional.empty(), "", Duration.ofSeconds(10));
        }

        Way as(String dn, Path password) {
            return new Way(startTls, trust, Optional.of(password), dn, requestTimeout);
        }

        Way secured() {
            return new Way(true, trust, password, bindDn, requestTimeout);
        }

        Way trusting(Path file) {
            return new Way(startTls, Optional.of(file), password, bindDn, requestTimeout);
        }

        Way patient(Duration timeout) {
            return new Way(startTls, trust, password, bindDn, timeout);
        }
    }

    DirectoryServices to(Way way, String... servers) {
        ConnectionSettings connection = new ConnectionSettings(way.startTls(), way.trust(),
                new Credentials(Mechanism.SIMPLE, way.bindDn(), way.password()), Duration.ofSeconds(1), way.requestTimeout());
        DirectorySettings directory = new DirectorySettings("waypost", new Bases(BASE, BASE, BASE), Foreign.AUTO, connection,
                new PoolSettings(4, 2, 100, 500, Duration.ofSeconds(2), Duration.ofSeconds(30)));
        DirectoryServices services = new DirectoryServices(new ServiceSettings(new Places(List.of(servers), List.of()), directory,
                new RecipientSettings(1000, Duration.ofSeconds(600), Duration.ofSeconds(60), 100, 2), Duration.ofSeconds(10)),
                dns, events, meter, clock, new Random(1));
        open.add(services);
        return services;
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come true");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Override
    public void close() {
        open.forEach(DirectoryServices::close);
    }
}
