package org.waypost.ds2mb.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.testkit.directory.MemoryDirectory;
import org.waypost.testkit.metabase.MemoryMetabase;

/** A directory, a metabase and a replication from one to the other. */
final class Site implements AutoCloseable, EventLog {
    static final String ORGANIZATION = "cn=Example,cn=Configuration,dc=example,dc=com";
    static final String SERVER = "cn=waypost,cn=Servers," + ORGANIZATION;
    static final String SMTP = "cn=SMTP,cn=Protocols," + SERVER;
    static final String DEFAULT = "cn=default," + SMTP;
    static final String POLICIES = "cn=Recipient Policies," + ORGANIZATION;
    static final String CONNECTIONS = "cn=Connections,cn=First Routing Group,cn=Routing Groups," + ORGANIZATION;

    final MemoryDirectory directory;
    final MemoryMetabase memory = new MemoryMetabase();
    final FlakyMetabase metabase = new FlakyMetabase(memory);
    final List<String> events = new CopyOnWriteArrayList<>();
    int level = 1;
    Instant now = Instant.parse("2026-11-25T00:00:00Z");
    DirectoryReplication replication;

    Site(MemoryDirectory directory) {
        this.directory = directory;
    }

    /** With a server and its virtual server "default". */
    static Site standard() {
        MemoryDirectory directory = new MemoryDirectory();
        directory.add(SERVER, "objectClass: msExchExchangeServer", "cn: waypost");
        directory.add(DEFAULT, "objectClass: protocolCfgSMTPServer", "cn: default", "msExchServerBindings: 127.0.0.1:2525:");
        return new Site(directory);
    }

    Site start() {
        replication = new DirectoryReplication(this, () -> now);
        replication.bind(metabase);
        replication.bind(directory);
        return this;
    }

    void restart() {
        replication.close();
        start();
    }

    void policy(String name, String... domains) {
        String[] lines = new String[domains.length + 2];
        lines[0] = "objectClass: msExchRecipientPolicy";
        lines[1] = "cn: " + name;
        for (int i = 0; i < domains.length; i++) {
            lines[i + 2] = "gatewayProxy: smtp:@" + domains[i];
        }
        directory.add("cn=" + name + "," + POLICIES, lines);
    }

    /** As text; "" if it is not there. */
    String value(String key, String property) {
        return memory.read(MetabaseKey.of(key)).flatMap(view -> view.value(property)).map(Object::toString).orElse("");
    }

    String owner(String key, String property) {
        return memory.read(MetabaseKey.of(key)).orElseThrow().properties().get(property).owner().orElse("");
    }

    boolean exists(String key) {
        return memory.read(MetabaseKey.of(key)).isPresent();
    }

    /** All that was replicated, by key and property. */
    Map<String, String> replicated() {
        return replicated(memory);
    }

    static Map<String, String> replicated(Metabase metabase) {
        Map<String, String> all = new TreeMap<>();
        for (KeyView view : metabase.subtree(MetabaseKey.of("/LM"))) {
            view.properties().forEach((name, property) -> {
                if (property.from().equals(view.key()) && property.owner().isPresent()) {
                    all.put(view.key() + " " + name, property.value() + " by " + property.owner().get());
                }
            });
        }
        return all;
    }

    List<String> events(int id) {
        return new ArrayList<>(events).stream().filter(event -> event.startsWith(id + " ")).toList();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + " did not come true in time");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void report(EventType type, Object... parameters) {
        StringBuilder text = new StringBuilder().append(type.id());
        for (Object parameter : parameters) {
            text.append(' ').append(parameter);
        }
        events.add(text.toString());
    }

    @Override
    public boolean admits(EventType type) {
        return type.level() <= level;
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("no mail here");
    }

    @Override
    public void close() {
        replication.close();
    }
}
