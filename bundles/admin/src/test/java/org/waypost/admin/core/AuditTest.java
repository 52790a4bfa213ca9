package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.Task;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.service.Gate;
import org.waypost.testkit.metabase.MemoryMetabase;

/** Whatever an administrator changes leaves one event: who, what, before, after. What goes on for a while leaves one more at its end. */
class AuditTest {
    static final String WHO = "alice";
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Change nothing here. Whoever adds a method to a contract has to say which it is. */
    private static final Set<String> READING = Set.of("CertificateAdmin.certificates", "DirectoryAdmin.search", "DirectoryAdmin.status",
            "DnsAdmin.trace", "DoctorAdmin.examine", "EventLogAdmin.catalogue", "EventLogAdmin.levels", "EventLogAdmin.list", "EventLogAdmin.tail",
            "LinkStateAdmin.map", "LinkStateAdmin.read", "LinkStateAdmin.status", "LinkStateAdmin.write", "LockdownAdmin.listening",
            "LockdownAdmin.plan", "MetabaseAdmin.export", "MetabaseAdmin.history", "MetabaseAdmin.key", "MetabaseAdmin.watch",
            "ModuleAdmin.history", "ModuleAdmin.modules", "ModuleAdmin.stage",
            "ObjectAdmin.fields", "ObjectAdmin.form", "ObjectAdmin.objects",
            "ObjectAdmin.parents", "ObjectAdmin.standing", "OverviewAdmin.overview", "PolicyAdmin.policies", "PolicyAdmin.policy", "PolicyAdmin.preview",
            "QueueAdmin.find", "QueueAdmin.message", "QueueAdmin.outboundHold", "QueueAdmin.preview", "QueueAdmin.queue", "QueueAdmin.queues",
            "RecipientAdmin.resolve", "RecipientUpdateAdmin.status", "ReplicationAdmin.status", "RouteAdmin.connectors", "RouteAdmin.explain",
            "RouteAdmin.table", "ServerAdmin.servers", "ServiceAdmin.services", "TrackingAdmin.find", "TrackingAdmin.history",
            "TrackingAdmin.status");
    /** The module manager reports who asked, from which version and to which, see its own tests. */
    private static final Set<String> REPORTED_ELSEWHERE = Set.of("ModuleAdmin.replace", "ModuleAdmin.rollback");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyChangeLeavesOneEvent() {
        RecordedEvents events = new RecordedEvents();
        return new AdminActions(events, folder).all().entrySet().stream().map(action -> DynamicTest.dynamicTest(action.getKey(), () -> {
            events.all().clear();
            Answer<?> answer = as(WHO, () -> action.getValue().get());
            assertInstanceOf(Answer.Ok.class, answer, answer.toString());
            boolean lasts = ((Answer.Ok<?>) answer).value() instanceof Task task && task.await(SOON).isPresent();
            assertEquals(lasts ? 2 : 1, events.all().size(), events.all().toString());
            events.all().forEach(AuditTest::tellsWhoBeforeAndAfter);
            assertEquals(lasts, events.types().contains(AdminEvent.TASK_DONE), events.all().toString());
        }));
    }

    private static void tellsWhoBeforeAndAfter(RecordedEvents.Event event) {
        List<Object> parameters = event.parameters();
        assertTrue(event.type().text().endsWith(" Who: {}. Before: {}. After: {}."), event.toString());
        assertEquals(event.type().text().split("\\{}", -1).length - 1, parameters.size(), event.toString());
        assertEquals(WHO, parameters.get(parameters.size() - 3));
        assertFalse(parameters.stream().anyMatch(parameter -> parameter.toString().isBlank()), event.toString());
    }

    @Test
    void noChangeIsLeftOut() throws Exception {
        Set<String> changing = new TreeSet<>();
        for (Class<?> admin : admins()) {
            Stream.of(admin.getMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()))
                    .map(method -> admin.getSimpleName() + "." + method.getName()).forEach(changing::add);
        }
        assertTrue(changing.containsAll(READING) && changing.containsAll(REPORTED_ELSEWHERE), "a method is gone: " + changing);
        changing.removeAll(READING);
        changing.removeAll(REPORTED_ELSEWHERE);
        assertTrue(changing.size() > 10, changing.toString());
        assertEquals(changing, new TreeSet<>(new AdminActions(new RecordedEvents(), folder).all().keySet()),
                "each changing use case reports an event by UseCases.events().changed, and stands in AdminActions; what only reads, in READING");
    }

    private static List<Class<?>> admins() throws IOException, URISyntaxException, ClassNotFoundException {
        URI home = QueueAdmin.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        List<Class<?>> found = new ArrayList<>();
        if (Files.isDirectory(Path.of(home))) {
            find(Path.of(home), found);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(home))) {
                find(jar.getPath("/"), found);
            }
        }
        return found;
    }

    private static void find(Path root, List<Class<?>> found) throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.list(root.resolve("org/waypost/admin"))) {
            for (String name : files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith("Admin.class")).toList()) {
                found.add(Class.forName("org.waypost.admin." + name.replace(".class", "")));
            }
        }
    }

    @Test
    void whatWasBeforeAndIsAfterIsToldWithoutSecrets() {
        RecordedEvents events = new RecordedEvents();
        MemoryMetabase metabase = new MemoryMetabase();
        MetabaseKey key = MetabaseKey.of("/LM/SmtpSvc/main");
        metabase.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR, List.of(
                new Edit.Set(key, "banner", new Value.Text("old"), Optional.empty()),
                new Edit.Set(key, "secretKey", new Value.Secret("sesame"), Optional.empty()))));
        MetabaseUseCases use = new MetabaseUseCases(new Gate<>("metabase", Duration.ofMillis(20), 10, Runnable::run), events,
                InstantSource.system(), Duration.ofSeconds(2));
        use.came(metabase);
        use.set(key.toString(), "banner", List.of("x".repeat(1000)), Optional.empty());
        use.set(key.toString(), "secretKey", List.of("open"), Optional.empty());
        use.set(key.toString(), "bindPassword", List.of("open"), Optional.empty());
        use.unset(key.toString(), "banner");
        assertEquals(List.of("the server", "old", "x".repeat(300) + "\u2026 (1000 characters)"), change(events, 0));
        assertEquals(List.of("the server", "***", "***"), change(events, 1));
        assertEquals(List.of("the server", "not set", "***"), change(events, 2));
        assertEquals("not set", change(events, 3).get(2));
    }

    private static List<Object> change(RecordedEvents events, int number) {
        List<Object> all = events.all().get(number).parameters();
        return all.subList(all.size() - 3, all.size());
    }

    @Test
    void whatEndsAfterThePersonWasAnsweredIsRecordedToo() throws InterruptedException {
        RecordedEvents events = new RecordedEvents();
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Gate<Queue> gate = new Gate<>("queue", Duration.ofMillis(20), 10, Runnable::run);
        QueueStatus status = new QueueStatus("smtp:a", QueueState.READY, 3, 99, Optional.empty(), Optional.empty(), 0, "");
        gate.bind(StubService.of(Queue.class, Map.of("queues", CompletableFuture.completedStage(List.of(status)), "freeze", end)));
        Answer<String> answer = as(WHO, () -> new QueueUseCases(gate, events, Duration.ofMillis(50)).freeze("smtp:a"));
        assertInstanceOf(Answer.Refused.class, answer);
        assertEquals(List.of(), events.all());
        end.complete(true);
        assertTrue(events.await());
        assertEquals(WHO, change(events, 0).get(0));
    }

    @Test
    void onlyThePrincipalOfAUserIsWhoAsks() {
        assertEquals("the server", Caller.name());
        assertEquals(WHO, as(WHO, Caller::name));
        Subject roles = new Subject(true, Set.of(new RolePrincipal("admin")), Set.of(), Set.of());
        assertEquals("the server", Subject.doAs(roles, (PrivilegedAction<String>) Caller::name));
    }

    static <T> T as(String user, PrivilegedAction<T> action) {
        Subject subject = new Subject(true, Set.of(new RolePrincipal("admin"), new UserPrincipal(user)), Set.of(), Set.of());
        return Subject.doAs(subject, action);
    }

    private record UserPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    private record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
