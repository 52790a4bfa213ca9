package org.waypost.queue.component;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.categorizer.Categorizer;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.mail.MessageId;
import org.waypost.metrics.LateMeter;
import org.waypost.metrics.Meter;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.queue.dsn.Badmail;
import org.waypost.queue.dsn.DsnComposer;
import org.waypost.queue.engine.CountedOutcomes;
import org.waypost.queue.engine.Engine;
import org.waypost.queue.engine.EngineThread;
import org.waypost.queue.engine.Holds;
import org.waypost.queue.engine.Leftovers;
import org.waypost.queue.engine.QueueEvent;
import org.waypost.queue.engine.QueueSettings;
import org.waypost.queue.engine.Services;
import org.waypost.routing.Router;
import org.waypost.spool.Spool;
import org.waypost.tracking.LateTracking;
import org.waypost.tracking.Tracking;

/** The advanced queuing engine with its thread. It runs as soon as a spool gives it the lease. */
@Component(service = Queue.class, immediate = true, configurationPid = QueueComponent.PID)
@Designate(ocd = QueueConfig.class)
public final class QueueComponent implements Queue {
    static final String PID = "org.waypost.queue";

    private final LateEventLog events = new LateEventLog();
    private final LateTracking tracking = new LateTracking();
    private final LateMeter meter = new LateMeter();
    private final InstantSource clock = InstantSource.system();
    private final EngineThread thread = new EngineThread(clock, fault -> events.report(QueueEvent.FAULT, fault));
    private final Services services = Services.away(thread, new CountedOutcomes(events, meter), tracking);
    private final ExecutorService files = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-queue-files"));
    private final QueueSettingsReader reader;
    private final Engine engine;
    private volatile QueueSettings settings;
    private volatile Path badmailFolder;

    @Activate
    public QueueComponent(BundleContext context, QueueConfig config) {
        Path home = Home.of(context);
        reader = new QueueSettingsReader(home, new ConfigCheck(PID, events));
        settings = reader.read(config, QueueSettingsReader.initial());
        badmailFolder = reader.folder("badmailFolder", config.badmailFolder(), home.resolve("data/badmail"));
        Path own = reader.folder("folder", config.folder(), home.resolve("data/queue"));
        String holder = context.getBundle().getSymbolicName() + " " + context.getBundle().getVersion();
        engine = new Engine(services, thread, clock, () -> settings, new Holds(own, files),
                new Leftovers(own.resolve("leftovers")), new Badmail(() -> badmailFolder, files), new DsnComposer(new SecureRandom()), holder);
        thread.start("waypost-queue", engine::turn);
    }

    @Modified
    void modified(QueueConfig config) {
        settings = reader.read(config, settings);
        badmailFolder = reader.folder("badmailFolder", config.badmailFolder(), badmailFolder);
        thread.execute(engine::serviceCame);
    }

    @Deactivate
    void deactivate() {
        new Shutdown(engine, thread).run();
        files.shutdown();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSpool(Spool spool) {
        services.spool().bind(spool);
        thread.execute(engine::spoolCame);
    }

    void unbindSpool(Spool spool) {
        services.spool().unbind(spool);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY, updated = "updatedCategorizer")
    void bindCategorizer(Categorizer categorizer) {
        services.categorizer().bind(categorizer);
        thread.execute(engine::categorizerChanged);
    }

    void updatedCategorizer(Categorizer categorizer) {
        thread.execute(engine::categorizerChanged);
    }

    void unbindCategorizer(Categorizer categorizer) {
        services.categorizer().unbind(categorizer);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY, updated = "updatedRouter")
    void bindRouter(Router router) {
        services.router().bind(router);
        thread.execute(engine::routesChanged);
    }

    void updatedRouter(Router router) {
        thread.execute(engine::routesChanged);
    }

    void unbindRouter(Router router) {
        services.router().unbind(router);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAgent(DeliveryAgent agent, Map<String, Object> properties) {
        services.agents().bind(String.valueOf(properties.get(DeliveryAgent.AGENT)), agent);
        thread.execute(engine::serviceCame);
    }

    void unbindAgent(DeliveryAgent agent, Map<String, Object> properties) {
        services.agents().unbind(String.valueOf(properties.get(DeliveryAgent.AGENT)), agent);
        thread.execute(engine::serviceCame);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTracking(Tracking service) {
        tracking.bind(service);
    }

    void unbindTracking(Tracking service) {
        tracking.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMeter(Meter service) {
        meter.bind(service);
    }

    void unbindMeter(Meter service) {
        meter.unbind(service);
    }

    @Override
    public CompletionStage<List<QueueStatus>> queues() {
        return engine.queue().queues();
    }

    @Override
    public CompletionStage<MessagePage> find(MessageFilter filter, Optional<MessageId> after, int limit) {
        return engine.queue().find(filter, after, limit);
    }

    @Override
    public CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
        return engine.queue().message(id);
    }

    @Override
    public CompletionStage<Optional<ByteBuffer>> content(MessageId id, int max) {
        return engine.queue().content(id, max);
    }

    @Override
    public CompletionStage<Integer> retry(MessageId id, MessageFilter which) {
        return engine.queue().retry(id, which);
    }

    @Override
    public CompletionStage<Boolean> retry(String queue) {
        return engine.queue().retry(queue);
    }

    @Override
    public CompletionStage<Integer> retryAll() {
        return engine.queue().retryAll();
    }

    @Override
    public CompletionStage<Boolean> freeze(String queue) {
        return engine.queue().freeze(queue);
    }

    @Override
    public CompletionStage<Boolean> unfreeze(String queue) {
        return engine.queue().unfreeze(queue);
    }

    @Override
    public CompletionStage<Boolean> disable(String queue) {
        return engine.queue().disable(queue);
    }

    @Override
    public CompletionStage<Boolean> enable(String queue) {
        return engine.queue().enable(queue);
    }

    @Override
    public CompletionStage<Void> disableOutbound(String by) {
        return engine.queue().disableOutbound(by);
    }

    @Override
    public CompletionStage<Void> enableOutbound() {
        return engine.queue().enableOutbound();
    }

    @Override
    public CompletionStage<Optional<OutboundHold>> outboundHold() {
        return engine.queue().outboundHold();
    }

    @Override
    public CompletionStage<Integer> delete(MessageId id, MessageFilter which, boolean notifySender) {
        return engine.queue().delete(id, which, notifySender);
    }
}
