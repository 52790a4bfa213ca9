package org.waypost.metabase.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.handover.Handover;
import org.waypost.metabase.handover.Wanted;
import org.waypost.metabase.store.MetabaseEvent;

class ConfigurationsTest implements EventLog {
    private static final Wanted DNS = new Wanted(MetabaseKey.of("/LM/Dns"), "org.waypost.dns", false,
            Map.of("servers", new String[] {"127.0.0.1"}, "rounds", 3));
    private static final Wanted SERVER = new Wanted(MetabaseKey.of("/LM/SmtpSvc/one"), "org.waypost.smtp.server", true, Map.of("name", "one"));

    private final List<EventType> events = new ArrayList<>();
    private final MemoryConfigurations memory = new MemoryConfigurations();
    private final Configurations configurations = new Configurations(memory.admin(), this);

    @Test
    void onlyWhatDiffersIsTouchedAlsoByTheNextMetabase() {
        configurations.apply(handover(Set.of(), DNS, SERVER));
        assertEquals(List.of("update org.waypost.dns", "update org.waypost.smtp.server~one"), memory.done());
        assertEquals("/LM/SmtpSvc/one", memory.stored().get("org.waypost.smtp.server~one").get(Configurations.KEY));
        Wanted same = new Wanted(DNS.key(), DNS.pid(), false, Map.of("rounds", 3, "servers", new String[] {"127.0.0.1"}));
        new Configurations(memory.admin(), this).apply(handover(Set.of(), same, SERVER));
        assertEquals(List.of(), memory.done());
        configurations.apply(handover(Set.of(), new Wanted(DNS.key(), DNS.pid(), false, Map.of("rounds", 4)), SERVER));
        assertEquals(List.of("update org.waypost.dns"), memory.done());
    }

    @Test
    void whatHasNoKeyAnyMoreIsDeletedUnlessItsBundleIsAway() {
        configurations.apply(handover(Set.of(), DNS, SERVER));
        memory.done();
        configurations.apply(handover(Set.of("org.waypost.dns")));
        assertEquals(List.of("delete org.waypost.smtp.server~one"), memory.done());
    }

    @Test
    void theConfigurationsOfOthersStayAndAreNamedOnce() {
        memory.stored().put("org.waypost.dns", new Hashtable<>(Map.of("rounds", 9)));
        configurations.apply(handover(Set.of(), DNS));
        configurations.apply(handover(Set.of(), DNS));
        assertEquals(List.of(), memory.done());
        assertEquals(List.of(MetabaseEvent.FOREIGN_CONFIGURATION), events);
        memory.stored().put("org.waypost.dns", new Hashtable<>(Map.of("rounds", 9, "felix.fileinstall.filename", "file:/etc/x.cfg")));
        configurations.apply(handover(Set.of(), DNS));
        assertEquals(List.of("update org.waypost.dns"), memory.done(), "its file was taken over");
    }

    private static Handover handover(Set<String> asleep, Wanted... wanted) {
        Map<String, Wanted> byPid = new TreeMap<>();
        for (Wanted each : wanted) {
            byPid.put(each.configurationPid(), each);
        }
        return new Handover(byPid, asleep, Set.of());
    }

    @Override
    public void report(EventType type, Object... parameters) {
        events.add(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new UnsupportedOperationException();
    }
}
