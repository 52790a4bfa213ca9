package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.ListenerStatus.State;
import org.waypost.connection.Listeners;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.linkstate.LinkStates;
import org.waypost.service.Gate;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.testkit.directory.MemoryDirectory;

class VirtualServersTest {
    private static final ObjectKind KIND = ObjectKind.VIRTUAL_SERVER;
    /** This server has the name that {@link MemoryDirectory} gives it. */
    private static final Place DEFAULT = new Place("waypost", "default");
    private static final Place SECOND = new Place("waypost", "second");
    private static final Place ELSEWHERE = new Place("n2", "default");

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<Directory> gate = gate("directory");
    private final Gate<ObjectSettings> settings = gate("settings");
    private final Gate<Listeners> transport = gate("transport");
    private final ObjectUseCases admin = new ObjectUseCases(gate, settings, VirtualServersTest.<LinkStates>gate("link state"), transport, events,
            Duration.ofSeconds(2));
    private final MemoryDirectory directory = new MemoryDirectory();
    private final String servers = "cn=Servers,cn=Example," + directory.base(Search.Role.CONFIGURATION);
    private final Map<String, Boolean> listening = new TreeMap<>();

    private static <T> Gate<T> gate(String name) {
        return new Gate<>(name, Duration.ofMillis(20), 10, Runnable::run);
    }

    @BeforeEach
    void fill() {
        gate.bind(directory);
        settings.bind(new PlainSettings());
        transport.bind(new TheseListen());
        directory.add("cn=waypost," + servers, "objectClass: msExchExchangeServer", "cn: waypost");
        directory.add("cn=default,cn=SMTP,cn=waypost," + servers, "objectClass: protocolCfgSMTPServer", "cn: default",
                "msExchServerBindings: 127.0.0.1:2525");
        directory.add("cn=n2," + servers, "objectClass: msExchExchangeServer", "cn: n2");
        listening.put("default", true);
    }

    private Saved create(Place place, String... bindings) {
        return ok(admin.create(KIND, place, bindings.length == 0 ? Map.of() : Map.of("bindings", List.of(bindings))));
    }

    private static <T> T ok(Answer<T> answer) {
        assertInstanceOf(Answer.Ok.class, answer, answer.toString());
        return ((Answer.Ok<T>) answer).value();
    }

    private static void assertTaken(String sentence, Saved saved) {
        assertEquals(Map.of("bindings", sentence), assertInstanceOf(Saved.Invalid.class, saved, saved.toString()).byField());
    }

    private String kept(Place place) {
        String reason = assertInstanceOf(Answer.Refused.class, admin.delete(KIND, place, Optional.empty())).reason();
        assertTrue(reason.startsWith("Nothing was deleted: without the virtual server " + place), reason);
        assertEquals(place, ok(admin.form(KIND, place)).place());
        return reason;
    }

    private String deleted(Place place) {
        return assertInstanceOf(Saved.Done.class, ok(admin.delete(KIND, place, Optional.empty()))).message();
    }

    @Test
    void aNewOneStandsBesideTheOthers() {
        assertInstanceOf(Saved.Done.class, create(SECOND, "127.0.0.1:2526"));
        assertEquals("cn=second,cn=SMTP,cn=waypost," + servers, ok(admin.form(KIND, SECOND)).dn());
        assertInstanceOf(Saved.Invalid.class, create(new Place("WAYPOST", "Second"), "127.0.0.1:2527"));
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.create(KIND, new Place("n3", "x"), Map.of())).reason().contains("n2, waypost"));
        assertEquals(List.of(AdminEvent.OBJECT_CREATED), events.types());
    }

    @Test
    void theFirstOneOfAServerHasContainersMadeForIt() {
        assertInstanceOf(Saved.Done.class, create(ELSEWHERE));
        assertEquals("cn=default,cn=SMTP,cn=Protocols,cn=n2," + servers, ok(admin.form(KIND, ELSEWHERE)).dn());
        assertTrue(directory.entry("cn=SMTP,cn=Protocols,cn=n2," + servers).orElseThrow().isA("msExchContainer"));
        directory.delete(ok(admin.form(KIND, ELSEWHERE)).dn());
        assertInstanceOf(Saved.Done.class, create(ELSEWHERE), "with the containers there");
    }

    @Test
    void whatAnotherOneOfItsServerListensOnIsTaken() {
        assertTaken("Bindings of the virtual server second: waypost/default listens on 127.0.0.1:2525 already. Take another address or port.",
                create(SECOND));
        assertTaken("Bindings of the virtual server second: waypost/default listens on 0.0.0.0:2525/tls already. Take another address or port.",
                create(SECOND, "127.0.0.1:2526", "0.0.0.0:2525/tls"));
        assertInstanceOf(Saved.Done.class, create(SECOND, "127.0.0.2:2525", "[::1]:2525"));
        assertInstanceOf(Saved.Done.class, create(ELSEWHERE, "127.0.0.1:2525"), "on another machine");
        String revision = ok(admin.form(KIND, SECOND)).revision();
        assertTaken("Bindings of the virtual server second: waypost/default listens on 127.0.0.1:2525 already. Take another address or port.",
                ok(admin.save(KIND, SECOND, revision, Map.of("bindings", List.of("127.0.0.1:2525")))));
        assertInstanceOf(Saved.Done.class, ok(admin.save(KIND, SECOND, revision, Map.of("bindings", List.of("127.0.0.1:0")))));
    }

    @Test
    void whatCollidesAlreadyCanBeChangedOtherwise() {
        directory.add("cn=second,cn=SMTP,cn=waypost," + servers, "objectClass: protocolCfgSMTPServer", "cn: second", "cost: 1");
        String revision = ok(admin.form(KIND, SECOND)).revision();
        assertInstanceOf(Saved.Done.class, ok(admin.save(KIND, SECOND, revision, Map.of("cost", List.of("2")))));
    }

    @Test
    void theLastOneStays() {
        assertTrue(kept(DEFAULT).contains("waypost has no other one"));
        create(SECOND, "127.0.0.1:2526");
        assertTrue(kept(DEFAULT).contains("no other one of waypost listens now"));
        listening.put("second", false);
        assertTrue(kept(DEFAULT).contains("no other one of waypost listens now"));
        listening.put("second", true);
        assertEquals("Deleted: the virtual server waypost/default.", deleted(DEFAULT));
        assertEquals(List.of(AdminEvent.OBJECT_CREATED, AdminEvent.OBJECT_DELETED), events.types());
    }

    @Test
    void oneThatDoesNotListenOrWhoseTransportIsAwayIsDeleted() {
        create(SECOND, "127.0.0.1:2526");
        assertEquals("Deleted: the virtual server waypost/second.", deleted(SECOND));
        create(ELSEWHERE);
        create(new Place("n2", "second"), "127.0.0.1:2526");
        assertEquals("Deleted: the virtual server n2/default.", deleted(ELSEWHERE));
    }

    @Test
    void whoHasTheSameBindingInheritsIt() {
        directory.add("cn=second,cn=SMTP,cn=waypost," + servers, "objectClass: protocolCfgSMTPServer", "cn: second",
                "msExchServerBindings: 0.0.0.0:2525");
        listening.put("second", false);
        assertEquals("Deleted: the virtual server waypost/default. Its bindings are free for waypost/second.", deleted(DEFAULT));
    }

    @Test
    void aServerWithoutADirectoryIsToldWhereItsSettingsAre() {
        gate.unbind(directory);
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.create(KIND, SECOND, Map.of())).reason().contains("metabase:ls /LM"));
    }

    /** Each that {@link #listening} names; one with false has a problem instead of a socket. */
    private final class TheseListen implements Listeners {
        @Override
        public List<ListenerStatus> list() {
            return listening.entrySet().stream().map(each -> new ListenerStatus(each.getKey(), State.STARTED,
                    each.getValue() ? List.of(new InetSocketAddress("127.0.0.1", 1)) : List.<InetSocketAddress>of(), 0,
                    List.of(), List.of())).toList();
        }

        @Override
        public boolean start(String name) {
            return false;
        }

        @Override
        public boolean pause(String name) {
            return false;
        }

        @Override
        public boolean stop(String name) {
            return false;
        }

        @Override
        public boolean close(String name) {
            return false;
        }
    }
}
