package org.waypost.rus.component;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.policy.RecipientPolicies;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.Run;
import org.waypost.rus.engine.PolicyBook;
import org.waypost.rus.engine.PolicyService;
import org.waypost.rus.engine.PolicySet;
import org.waypost.rus.engine.UpdateInstance;
import org.waypost.rus.policy.PolicyReader;
import org.waypost.service.Gate;

/** The services {@link RecipientPolicies} and {@link RecipientUpdateService}; watches the policies and tells them to the instances. */
@Component(service = {RecipientPolicies.class, RecipientUpdateService.class}, immediate = true)
public final class PoliciesComponent implements RecipientPolicies, RecipientUpdateService {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 100;

    private final LateEventLog events = new LateEventLog();
    private final PolicyBook book = new PolicyBook(events);
    private final Gate<Directory> gate = new Gate<>("directory", PATIENCE, MAX_WAITING, ForkJoinPool.commonPool());
    private final PolicyService service = new PolicyService(book, gate);
    private final Map<Directory, Directory.Watching> watches = new ConcurrentHashMap<>();
    private final Map<UpdateInstance, Consumer<PolicySet>> listeners = new ConcurrentHashMap<>();

    @Deactivate
    void deactivate() {
        gate.shut();
        watches.values().forEach(Directory.Watching::close);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory directory) {
        gate.bind(directory);
        watches.put(directory, directory.watch(new Watch(Search.Role.CONFIGURATION, "", PolicyBook.FILTER, PolicyReader.ATTRIBUTES,
                Optional.empty()), book));
    }

    void unbindDirectory(Directory directory) {
        Optional.ofNullable(watches.remove(directory)).ifPresent(Directory.Watching::close);
        gate.unbind(directory);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void bindInstance(Instances instances) {
        UpdateInstance instance = instances.instance();
        Consumer<PolicySet> listener = instance::policies;
        listeners.put(instance, listener);
        service.add(instance);
        book.add(listener);
    }

    void unbindInstance(Instances instances) {
        UpdateInstance instance = instances.instance();
        Optional.ofNullable(listeners.remove(instance)).ifPresent(book::remove);
        service.remove(instance);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Override
    public CompletionStage<List<Policy>> policies() {
        return service.policies();
    }

    @Override
    public CompletionStage<Optional<Preview>> preview(String recipient) {
        return service.preview(recipient);
    }

    @Override
    public CompletionStage<Optional<Run>> apply(String policy) {
        return service.apply(policy);
    }

    @Override
    public List<Status> status() {
        return service.status();
    }

    @Override
    public CompletionStage<Optional<Run>> update(String instance) {
        return service.update(instance);
    }

    @Override
    public CompletionStage<Optional<Run>> rebuild(String instance) {
        return service.rebuild(instance);
    }
}
