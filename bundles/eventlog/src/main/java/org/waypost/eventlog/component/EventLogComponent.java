package org.waypost.eventlog.component;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
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
import org.waypost.event.EventQuery;
import org.waypost.event.EventType;
import org.waypost.event.EventViewer;
import org.waypost.event.LateEventLog;
import org.waypost.event.LoggedEvent;
import org.waypost.eventlog.EventLogEvent;
import org.waypost.eventlog.Journal;
import org.waypost.eventlog.Levels;
import org.waypost.eventlog.Topic;
import org.waypost.eventlog.store.EventSearch;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.spool.Spool;

/** The event log as a service, what was logged as another, and the way to EventAdmin. */
@Component(service = {EventLog.class, EventViewer.class}, immediate = true, configurationPid = EventLogComponent.PID)
@Designate(ocd = EventLogConfig.class)
public final class EventLogComponent implements EventLog, EventViewer {
    static final String PID = "org.waypost.eventlog";

    private final Journal journal = new Journal(InstantSource.system());
    /** Keeps what the first configuration has to tell until there is a place for it. */
    private final LateEventLog own = new LateEventLog();
    private final EventSearch search = new EventSearch();
    private final BundleCatalogue catalogue;
    private final SettingsReader reader;
    private final Destinations destinations;
    private volatile EventLogSettings settings;

    @Activate
    public EventLogComponent(BundleContext context, EventLogConfig config) {
        catalogue = new BundleCatalogue(context);
        String home = Optional.ofNullable(context.getProperty("karaf.base")).orElse(System.getProperty("user.dir"));
        reader = new SettingsReader(Path.of(home).toAbsolutePath(), own);
        settings = reader.read(config, Optional.empty());
        destinations = new Destinations(journal, settings);
        own.bind(journal);
        apply(config);
    }

    @Modified
    void modified(EventLogConfig config) {
        settings = reader.read(config, Optional.of(settings));
        destinations.apply(settings);
        apply(config);
    }

    private void apply(EventLogConfig config) {
        journal.foldWindow(settings.foldWindow());
        List<String> entries = Arrays.stream(config.levels()).flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::trim).filter(entry -> !entry.isEmpty()).toList();
        Levels.Read read = Levels.read(entries);
        journal.levels(read.levels());
        read.refused().forEach(entry -> journal.report(EventLogEvent.BAD_LEVEL, PID, entry));
    }

    @Deactivate
    void deactivate() {
        journal.close();
        destinations.close();
    }

    @Override
    public List<LoggedEvent> list(EventQuery query) {
        return search.find(settings.store().folder(), query);
    }

    @Override
    public Tail tail(Listener listener) {
        return destinations.tail(listener);
    }

    @Override
    public List<CataloguedEvent> catalogue() {
        return catalogue.read();
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

    /** For events by mail. */
    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSpool(Spool spool) {
        destinations.bind(spool);
    }

    void unbindSpool(Spool spool) {
        destinations.unbind(spool);
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
