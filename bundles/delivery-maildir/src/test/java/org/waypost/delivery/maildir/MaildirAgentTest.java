package org.waypost.delivery.maildir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.ContentSource;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.testkit.delivery.DeliveryAgentContract;
import org.waypost.testkit.delivery.SampleContent;
import org.waypost.testkit.time.ManualClock;

class MaildirAgentTest implements DeliveryAgentContract {
    private static final String CONTENT = "Subject: x\r\n\r\nHello\r\n";

    @TempDir
    Path root;

    private final RecordedEvents events = new RecordedEvents();
    private final FaultyDisk disk = new FaultyDisk();
    private final ManualClock clock = new ManualClock(Instant.now());
    private MaildirAgent agent;

    @BeforeEach
    void start() {
        agent = new MaildirAgent(new MaildirSettings(root, 2), disk, new UniqueNames(clock, new Random(1), 99, "mx/1"), clock, events);
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Override
    public DeliveryAgent agent() {
        return agent;
    }

    @Override
    public Delivery delivery(ContentSource content, int targets) {
        return Deliveries.of(content, IntStream.range(0, targets).mapToObj(i -> "user" + i + "@example.com").toArray(String[]::new));
    }

    @Test
    void theFileHoldsTheFieldsOfFinalDeliveryAndUnixLines() throws Exception {
        assertTrue(deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com")).isSuccess());
        assertEquals("Return-Path: <sender@example.org>\nDelivered-To: alice@example.com\nSubject: x\n\nHello\n", only("alice"));
    }

    @Test
    void aNullSenderAndAQuotedRecipientAreWrittenAsSuch() throws Exception {
        Delivery delivery = Deliveries.of(SampleContent.of(CONTENT), BodyType.SEVEN_BIT, Optional.empty(), "\\alice@example.com");
        assertTrue(deliver(delivery).isSuccess());
        assertTrue(only("alice").startsWith("Return-Path: <>\nDelivered-To: alice@example.com\n"));
        Delivery quoted = Deliveries.of(SampleContent.of(CONTENT), BodyType.SEVEN_BIT, Optional.of(new Address("a b", "x.org")), "bob@x.org");
        assertTrue(deliver(quoted).isSuccess());
        assertTrue(only("bob").startsWith("Return-Path: <\"a b\"@x.org>\n"));
    }

    @Test
    void aBinaryBodyKeepsEachOctet() throws Exception {
        byte[] octets = new byte[700_000];
        new Random(3).nextBytes(octets);
        octets[0] = 'X';
        Delivery delivery = Deliveries.of(new SampleContent(octets, 100_000), BodyType.BINARY_MIME, Optional.empty(), "alice@example.com");
        assertTrue(deliver(delivery).isSuccess());
        byte[] file = Files.readAllBytes(files("alice", "new").get(0));
        assertArrayEquals(octets, Arrays.copyOfRange(file, file.length - octets.length, file.length));
    }

    @Test
    void aLargeContentIsTheSameInEachMailbox() throws Exception {
        SampleContent content = SampleContent.large(1 << 20, 77_777);
        assertTrue(deliver(Deliveries.of(content, "alice@example.com", "bob@example.com")).isSuccess());
        String expected = new String(content.bytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
        assertTrue(only("alice").endsWith(expected));
        assertTrue(only("bob").endsWith(expected));
    }

    @Test
    void fileAndFolderAreSyncedBeforeTheOutcome() throws Exception {
        disk.folderSyncHeld = new CountDownLatch(1);
        CompletableFuture<DeliveryResult> result =
                agent.deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com")).toCompletableFuture();
        await(() -> disk.done().contains("rename to new"));
        assertFalse(result.isDone());
        disk.folderSyncHeld.countDown();
        assertInstanceOf(DeliveryResult.Done.class, result.get(5, TimeUnit.SECONDS));
        List<String> done = disk.done();
        assertTrue(done.lastIndexOf("write") < done.indexOf("sync") && done.indexOf("sync") < done.indexOf("rename to new")
                && done.indexOf("rename to new") < done.indexOf("syncFolder new"), done.toString());
    }

    @Test
    void aFolderThatCannotBeSyncedIsNoDelivery() throws Exception {
        disk.folderSyncFault = "I/O error";
        assertEquals(Outcome.Kind.DEFERRED, deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com")).kind());
    }

    @Test
    void deliveriesToOneFolderShareItsSyncs() throws Exception {
        disk.folderSyncHeld = new CountDownLatch(1);
        List<CompletableFuture<DeliveryResult>> results = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            results.add(agent.deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com")).toCompletableFuture());
        }
        await(() -> disk.done().stream().filter("rename to new"::equals).count() == 50);
        disk.folderSyncHeld.countDown();
        CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        assertEquals(50, files("alice", "new").size());
        assertTrue(disk.done().stream().filter("syncFolder new"::equals).count() <= 3, disk.done().toString());
    }

    @Test
    void aFullDiskDefersAndLeavesNothingBehind() throws Exception {
        deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com"));
        disk.writeFault = "No space left on device";
        Outcome full = deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com"));
        assertEquals("DEFERRED 4.3.1", full.kind() + " " + full.status());
        disk.writeFault = "Disk quota exceeded";
        Outcome quota = deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com"));
        assertEquals("DEFERRED 4.2.2", quota.kind() + " " + quota.status());
        assertEquals(List.of(), files("alice", "tmp"));
        assertEquals(1, files("alice", "new").size());
        assertTrue(events.has("NOT_DELIVERED", "No space left"), events.reports().toString());
    }

    @Test
    void aLoopIsRecognizedByDeliveredTo() throws Exception {
        String content = "Received: x\r\ndelivered-to:  Alice@Example.com \r\nSubject: x\r\n\r\nDelivered-To: bob@example.com\r\n";
        DeliveryResult.Done done = assertInstanceOf(DeliveryResult.Done.class,
                result(Deliveries.of(SampleContent.of(content), "alice@example.com", "bob@example.com")));
        assertEquals("FAILED 5.4.6", done.outcomes().get(0).kind() + " " + done.outcomes().get(0).status());
        assertTrue(done.outcomes().get(1).isSuccess(), "a line of the body is no header field");
        assertFalse(Files.exists(root.resolve("alice")));
    }

    @Test
    void aMailboxNameNeverLeadsOutOfTheFolder() throws Exception {
        for (String name : List.of("..", "../x", "/etc/x", ".hidden", "a/b", "a..b", "")) {
            assertFalse(MailboxName.isValid(name), name);
        }
        assertTrue(MailboxName.isValid("a.b_c-D9"));
        Delivery sound = Deliveries.of(SampleContent.of(CONTENT), "alice@example.com");
        Delivery evil = new Delivery(sound.message(), sound.hop(),
                List.of(new Delivery.Target(sound.targets().get(0).recipient(), "../evil")), sound.content());
        assertEquals(Outcome.Kind.DEFERRED, deliver(evil).kind());
        assertFalse(Files.exists(root.resolveSibling("evil")));
    }

    @Test
    void foldersAreForTheOwnerOnlyAndMadeAgainWhenRemoved() throws Exception {
        deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com"));
        Path alice = root.resolve("alice");
        for (Path folder : List.of(alice, alice.resolve("tmp"), alice.resolve("new"), alice.resolve("cur"))) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
        Files.delete(files("alice", "new").get(0));
        for (String name : List.of("tmp", "new", "cur")) {
            Files.delete(alice.resolve(name));
        }
        assertTrue(deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com")).isSuccess());
    }

    @Test
    void leftoversOlderThan36HoursAreRemovedAtStart() throws Exception {
        deliver(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com"));
        Path old = Files.createFile(root.resolve("alice/tmp/old"));
        Path young = Files.createFile(root.resolve("alice/tmp/young"));
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(37))));
        Files.setLastModifiedTime(young, FileTime.from(clock.instant().minus(Duration.ofHours(35))));
        agent.configure(new MaildirSettings(root, 1));
        await(() -> !Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void closingReturnsWhatHasNotBegunAndLeavesNoFile() throws Exception {
        CompletableFuture<ByteBuffer> never = new CompletableFuture<>();
        CompletableFuture<DeliveryResult> waiting =
                agent.deliver(Deliveries.of(partly(never), "alice@example.com")).toCompletableFuture();
        await(() -> !files("alice", "tmp").isEmpty());
        agent.close();
        assertInstanceOf(DeliveryResult.Returned.class, waiting.get(1, TimeUnit.SECONDS));
        assertEquals(List.of(), files("alice", "tmp"));
        assertInstanceOf(DeliveryResult.Returned.class, result(Deliveries.of(SampleContent.of(CONTENT), "alice@example.com")));
        never.complete(ByteBuffer.allocate(1));
        assertEquals(List.of(), files("alice", "new"));
    }

    /** Two pieces, of which the second is late. */
    private static ContentSource partly(CompletableFuture<ByteBuffer> second) {
        return new ContentSource() {
            @Override
            public long size() {
                return 20;
            }

            @Override
            public CompletionStage<ByteBuffer> read(long offset, int max) {
                return offset == 0 ? CompletableFuture.completedStage(ByteBuffer.wrap("Subject: x\r\n".getBytes(StandardCharsets.US_ASCII)))
                        : second;
            }
        };
    }

    private Outcome deliver(Delivery delivery) throws Exception {
        return assertInstanceOf(DeliveryResult.Done.class, result(delivery)).outcomes().get(0);
    }

    private DeliveryResult result(Delivery delivery) throws Exception {
        return agent.deliver(delivery).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private String only(String mailbox) throws IOException {
        List<Path> files = files(mailbox, "new");
        assertEquals(1, files.size());
        return Files.readString(files.get(0));
    }

    private List<Path> files(String mailbox, String folder) throws IOException {
        Path path = root.resolve(mailbox).resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "in time");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
