package org.waypost.eventlog.component;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.eventlog.EventLogEvent;
import org.waypost.eventlog.Journal;
import org.waypost.eventlog.Levels;
import org.waypost.eventlog.Topic;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** The event log as a service, and the way to EventAdmin. */
@Component(service = EventLog.class, immediate = true, configurationPid = EventLogComponent.PID)
@Designate(ocd = EventLogConfig.class)
public final class EventLogComponent implements EventLog {
    static final String PID = "org.waypost.eventlog";

    private final Journal journal = new Journal();

    @Activate
    public EventLogComponent(EventLogConfig config) {
        modified(config);
    }

    @Modified
    void modified(EventLogConfig config) {
        List<String> entries = Arrays.stream(config.levels()).flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::trim).filter(entry -> !entry.isEmpty()).toList();
        Levels.Read read = Levels.read(entries);
        journal.levels(read.levels());
        read.refused().forEach(entry -> journal.report(EventLogEvent.BAD_LEVEL, PID, entry));
    }

    @Deactivate
    void deactivate() {
        journal.close();
    }

    @Override
    public void report(EventType type, Object... parameters) {
        journal.report(type, parameters);
    }

    @Override
    public boolean admits(EventType type) {
        return journal.admits(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        journal.outcome(message, recipient, hop, outcome, delay);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventAdmin(EventAdmin admin) {
        journal.bind(new EventAdminTopic(admin));
    }

    void unbindEventAdmin(EventAdmin admin) {
        journal.unbind(new EventAdminTopic(admin));
    }

    /** Equal when the service is. */
    private record EventAdminTopic(EventAdmin admin) implements Topic {
        @Override
        public void publish(String topic, EventType type, String text) {
            admin.postEvent(new Event(topic, Map.of("source", type.source(), "id", type.id(), "category", type.category(),
                    "severity", type.severity().name(), "text", text)));
        }
    }
}
