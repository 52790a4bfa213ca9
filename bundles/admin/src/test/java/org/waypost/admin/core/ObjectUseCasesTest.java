package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.connection.Listeners;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.linkstate.LinkStates;
import org.waypost.service.Gate;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.Standing;
import org.waypost.testkit.directory.MemoryDirectory;

class ObjectUseCasesTest {
    private static final ObjectKind SMTP = ObjectKind.SMTP_CONNECTOR;
    private static final Place INTERNET = new Place("East", "Internet");

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<Directory> gate = gate("directory");
    private final Gate<ObjectSettings> settings = gate("settings");
    private final ObjectUseCases admin = new ObjectUseCases(gate, settings, ObjectUseCasesTest.<LinkStates>gate("link state"),
            ObjectUseCasesTest.<Listeners>gate("transport"), events, Duration.ofSeconds(2));
    private final MemoryDirectory directory = new MemoryDirectory();
    private final String organization = "cn=Example," + directory.base(Search.Role.CONFIGURATION);
    private final String east = "cn=East,cn=Routing Groups," + organization;
    private final String internet = "cn=Internet,cn=Connections," + east;
    private final String server = "cn=n1,cn=Servers," + organization;
    private final String ada = "uid=ada," + directory.base(Search.Role.DOMAIN);

    private static <T> Gate<T> gate(String name) {
        return new Gate<>(name, Duration.ofMillis(20), 10, Runnable::run);
    }

    @BeforeEach
    void fill() {
        gate.bind(directory);
        settings.bind(new PlainSettings());
        directory.add(server, "objectClass: msExchExchangeServer", "cn: n1");
        directory.add("cn=default,cn=SMTP," + server, "objectClass: protocolCfgSMTPServer", "cn: default");
        directory.add(east, "objectClass: msExchRoutingGroup", "cn: East");
        directory.add("cn=Connections," + east, "objectClass: msExchConnectors", "cn: Connections");
        directory.add(internet, "objectClass: msExchRoutingSMTPConnector", "cn: Internet", "routingList: SMTP:*;1", "cost: 5",
                "msExchSourceBridgeheadServersDN: CN=N1, CN=Servers, " + organization);
        directory.add(ada, "objectClass: inetOrgPerson", "cn: Ada", "sn: Ada", "proxyAddresses: SMTP:ada@example.com");
    }

    private static <T> T ok(Answer<T> answer) {
        assertInstanceOf(Answer.Ok.class, answer, answer.toString());
        return ((Answer.Ok<T>) answer).value();
    }

    private Form form() {
        return ok(admin.form(SMTP, INTERNET));
    }

    private Saved save(String revision, Map<String, List<String>> values) {
        return ok(AuditTest.as("alice", () -> admin.save(SMTP, INTERNET, revision, values)));
    }

    private List<String> stored(String attribute) {
        return directory.entry(internet).orElseThrow().values(attribute);
    }

    @Test
    void objectsStandBelowTheirServerOrRoutingGroup() {
        assertEquals(List.of(INTERNET), ok(admin.objects(SMTP)));
        assertEquals(List.of(new Place("n1", "default")), ok(admin.objects(ObjectKind.VIRTUAL_SERVER)));
        assertEquals(List.of("n1"), ok(admin.parents(ObjectKind.VIRTUAL_SERVER)));
        assertEquals(List.of("East"), ok(admin.parents(SMTP)));
        assertInstanceOf(Answer.Refused.class, admin.form(SMTP, new Place("East", "none")));
    }

    @Test
    void aFormOffersServersAndShowsWhatIsSet() {
        Form form = form();
        assertEquals(List.of("5"), form.values().get("cost"));
        Field bridgeheads = form.fields().stream().filter(field -> field.key().equals("sourceBridgeheads")).findFirst().orElseThrow();
        assertEquals(List.of("n1", "n1/default"), bridgeheads.options().stream().map(Field.Option::label).toList());
        assertEquals(List.of(server), form.values().get("sourceBridgeheads"), "in the spelling of the options");
    }

    @Test
    void whatChangesIsWrittenAndReported() {
        Form before = form();
        Saved.Done done = assertInstanceOf(Saved.Done.class, save(before.revision(), Map.of("cost", List.of("7"), "smartHost", List.of("a.test"),
                "addressSpaces", List.of("SMTP:*;1"), "sourceBridgeheads", List.of("n1/default"), "allowedSenders", List.of("ada@example.com"))));
        assertEquals(List.of("7"), stored("cost"));
        assertEquals(List.of("cn=default,cn=SMTP," + server), stored("msExchSourceBridgeheadServersDN"));
        assertEquals(List.of(ada), stored("authOrig"));
        assertEquals(done.revision(), form().revision());
        assertNotEquals(before.revision(), done.revision());
        List<Object> told = events.all().get(0).parameters();
        assertEquals(List.of(AdminEvent.OBJECT_CHANGED), events.types());
        assertEquals(List.of("SMTP connector", INTERNET, "alice"), told.subList(0, 3));
        assertTrue(told.get(3).toString().contains("cost=5; smartHost=(default)"), told.toString());
        assertTrue(told.get(4).toString().contains("cost=7; smartHost=a.test"), told.toString());
    }

    @Test
    void whatWasWrittenIsReportedAlsoIfItCannotBeReadAgain() {
        String revision = form().revision();
        gate.unbind(directory);
        gate.bind(awayAfterAWrite());
        Saved.Done done = assertInstanceOf(Saved.Done.class, save(revision, Map.of("cost", List.of("7"))));
        assertTrue(done.message().contains("could not be read again: No directory server answers"), done.message());
        assertEquals(List.of(AdminEvent.OBJECT_CHANGED), events.types());
        assertEquals(List.of("cost=5", "cost=7"), events.all().get(0).parameters().subList(3, 5));
    }

    @Test
    void whatChangesWhileItIsDeletedStays() {
        String revision = form().revision();
        gate.unbind(directory);
        gate.bind(changedBeforeAWrite());
        Saved.Stale stale = assertInstanceOf(Saved.Stale.class, ok(admin.delete(SMTP, INTERNET, Optional.of(revision))));
        assertTrue(stale.message().contains("Nothing was deleted"), stale.message());
        assertEquals(List.of("9"), stale.now().values().get("cost"));
        assertInstanceOf(Saved.Done.class, ok(admin.delete(SMTP, INTERNET, Optional.empty())));
    }

    private Directory changedBeforeAWrite() {
        return (Directory) Proxy.newProxyInstance(Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("write")) {
                directory.set(internet, "cost", "9");
            }
            return method.invoke(directory, arguments);
        });
    }

    private Directory awayAfterAWrite() {
        return (Directory) Proxy.newProxyInstance(Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
            Object answer = method.invoke(directory, arguments);
            if (method.getName().equals("write")) {
                directory.away();
            }
            return answer;
        });
    }

    @Test
    void nothingChangedIsNothingWritten() {
        Form form = form();
        Saved.Done done = assertInstanceOf(Saved.Done.class, save(form.revision(), new TreeMap<>(form.values())));
        assertEquals(form.revision(), done.revision());
        assertTrue(events.all().isEmpty());
    }

    @Test
    void aStaleFormIsRefusedWithThePresentOne() {
        String old = form().revision();
        directory.set(internet, "cost", "9");
        Saved.Stale stale = assertInstanceOf(Saved.Stale.class, save(old, Map.of("smartHost", List.of("a.test"))));
        assertEquals(List.of("9"), stale.now().values().get("cost"));
        assertEquals(List.of(), stored("msExchSmtpSmartHost"));
        assertInstanceOf(Saved.Stale.class, ok(admin.delete(SMTP, INTERNET, Optional.of(old))));
        assertInstanceOf(Saved.Done.class, save(stale.now().revision(), Map.of("smartHost", List.of("a.test"))));
    }

    @Test
    void wrongValuesAreNamedEach() {
        Saved.Invalid invalid = assertInstanceOf(Saved.Invalid.class, save(form().revision(), Map.of("cost", List.of("0"),
                "sourceBridgeheads", List.of("n9"), "allowedSenders", List.of("nobody@example.com"), "targetGroup", List.of("east"))));
        assertEquals(List.of("allowedSenders", "cost", "sourceBridgeheads", "targetGroup"), invalid.byField().keySet().stream().sorted().toList());
        assertTrue(invalid.byField().get("sourceBridgeheads").contains("n1, n1/default"), invalid.toString());
        assertEquals(List.of("5"), stored("cost"));
        assertTrue(events.all().isEmpty());
    }

    @Test
    void aConnectorIsMadeAndDeleted() {
        Place made = new Place("East", "A, \"B\"");
        assertInstanceOf(Saved.Done.class, ok(admin.create(SMTP, made, Map.of("cost", List.of("3")))));
        assertEquals(List.of("3"), ok(admin.form(SMTP, made)).values().get("cost"));
        assertTrue(ok(admin.form(SMTP, made)).dn().endsWith(",cn=Connections," + east));
        for (Place wrong : List.of(made, new Place("East", "internet"), new Place("East", "a/b"), new Place("East", " "))) {
            assertEquals(List.of("name"), List.copyOf(assertInstanceOf(Saved.Invalid.class,
                    ok(admin.create(SMTP, wrong, Map.of()))).byField().keySet()), wrong.toString());
        }
        assertInstanceOf(Answer.Refused.class, admin.create(SMTP, new Place("West", "X"), Map.of()));
        assertInstanceOf(Saved.Done.class, ok(admin.delete(SMTP, made, Optional.empty())));
        assertInstanceOf(Answer.Refused.class, admin.form(SMTP, made));
        assertEquals(List.of(AdminEvent.OBJECT_CREATED, AdminEvent.OBJECT_DELETED), events.types());
    }

    @Test
    void withoutLinkStateTheReplicationTellsWhatIsInForce() {
        assertEquals(Standing.IN_FORCE, ok(admin.standing(SMTP, INTERNET)));
    }

    @Test
    void aDirectoryThatIsAwayIsASentence() {
        directory.away();
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.form(SMTP, INTERNET)).reason().startsWith("No directory server answers"));
    }
}
