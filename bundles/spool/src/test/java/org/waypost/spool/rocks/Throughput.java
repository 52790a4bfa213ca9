package org.waypost.spool.rocks;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.spool.Change;
import org.waypost.spool.Content;
import org.waypost.spool.Spool;
import org.waypost.testkit.spool.SampleMessages;

/** Measures accept, read and remove by a number of senders at once: {@code Throughput FOLDER MESSAGES SENDERS}. */
final class Throughput {
    private static final int SIZE = 2_048;

    private final Spool spool;
    private final AtomicInteger left;
    private final ByteBuffer content;

    private Throughput(Spool spool, int messages) {
        this.spool = spool;
        left = new AtomicInteger(messages);
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        content = ByteBuffer.wrap(bytes);
    }

    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[1]);
        int senders = Integer.parseInt(args[2]);
        SpoolFixture fixture = new SpoolFixture(Files.createDirectories(Path.of(args[0])));
        SpoolSettings some = fixture.settings();
        SpoolSettings settings = new SpoolSettings(some.folder(), some.nativeFolder(), 262_144, some.reserve(), some.pending(), 64 << 20, 8 << 20);
        try (RocksSpool spool = RocksSpool.open(settings, new SpoolEnvironment(InstantSource.system(), new Random(),
                path -> Long.MAX_VALUE, fixture.environment().events())).orElseThrow()) {
            for (int round = 0; round < 3; round++) {
                new Throughput(spool, messages).run(messages, senders);
            }
        }
    }

    private void run(int messages, int senders) {
        long begin = System.nanoTime();
        long cpu = cpu();
        CompletableFuture<?>[] all = new CompletableFuture<?>[senders];
        for (int i = 0; i < senders; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            send(done);
            all[i] = done;
        }
        CompletableFuture.allOf(all).join();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuSeconds = (cpu() - cpu) / 1e9;
        long listing = System.nanoTime();
        int first = spool.list(Optional.empty(), 100).toCompletableFuture().join().size();
        System.out.printf("%.0f messages/s, %.3f CPU s per 1000, %d left, list of %d in %.1f ms%n", messages / seconds,
                cpuSeconds * 1_000 / messages, spool.size(), first, (System.nanoTime() - listing) / 1e6);
    }

    private void send(CompletableFuture<Void> done) {
        if (left.getAndDecrement() <= 0) {
            done.complete(null);
            return;
        }
        MessageId id = spool.nextId();
        ContentId contentId = new ContentId(id.value());
        spool.accept(SampleMessages.of(id, contentId, new Content.Inline(List.of(content)), 1))
                .thenCompose(nothing -> spool.read(contentId, 0, 65_536))
                .thenAccept(part -> remove(id))
                .whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        send(done);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
    }

    private CompletionStage<Void> remove(MessageId id) {
        return spool.apply(List.of(new Change.RemoveMessage(id)), Spool.Durability.SYNCED);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
