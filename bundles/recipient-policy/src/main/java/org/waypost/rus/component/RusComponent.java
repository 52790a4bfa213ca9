package org.waypost.rus.component;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.directory.Directory;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.metabase.Metabase;
import org.waypost.rus.engine.RusEvent;
import org.waypost.rus.engine.RusSettings;
import org.waypost.rus.engine.UpdateInstance;

/** One instance of the Recipient Update Service for each configuration, and its thread. */
@Component(service = Instances.class, immediate = true, configurationPid = RusComponent.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RusConfig.class, factory = true)
public final class RusComponent implements Instances {
    static final String PID = "org.waypost.policy.rus";

    private final LateEventLog events = new LateEventLog();
    private final ScheduledExecutorService thread;
    private final UpdateInstance instance;

    @Activate
    public RusComponent(RusConfig config) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-rus-" + config.name()));
        instance = new UpdateInstance(config.name(), RusSettings.DEFAULT, InstantSource.system(), events, thread);
        modified(config);
    }

    @Modified
    void modified(RusConfig config) {
        try {
            instance.configure(RusSettingsReader.read(config));
        } catch (IllegalArgumentException e) {
            events.report(RusEvent.CONFIGURATION_REFUSED, PID + "~" + config.name(), e.getMessage());
        }
    }

    @Deactivate
    void deactivate() {
        instance.close();
        thread.shutdownNow();
    }

    @Override
    public UpdateInstance instance() {
        return instance;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory directory) {
        instance.bind(directory);
    }

    void unbindDirectory(Directory directory) {
        instance.unbind(directory);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindMetabase(Metabase metabase) {
        instance.bind(metabase);
    }

    void unbindMetabase(Metabase metabase) {
        instance.unbind(metabase);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }
}
