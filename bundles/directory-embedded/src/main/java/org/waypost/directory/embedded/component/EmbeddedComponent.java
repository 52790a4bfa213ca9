package org.waypost.directory.embedded.component;

import org.osgi.framework.BundleContext;
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
import org.waypost.directory.embedded.EmbeddedEvent;
import org.waypost.directory.embedded.EmbeddedSettings;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;

/** Runs the embedded directory where it is configured. Other bundles reach it by LDAP only. */
@Component(service = {}, immediate = true, configurationPid = EmbeddedComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EmbeddedConfig.class)
public final class EmbeddedComponent {
    static final String PID = "org.waypost.directory.embedded";

    private final LateEventLog events = new LateEventLog();
    private final Home home;
    private final Runner runner = new Runner(events);
    private EmbeddedSettings settings;

    @Activate
    public EmbeddedComponent(BundleContext context, EmbeddedConfig config) {
        home = Home.of(context);
        modified(config);
    }

    /** A change that concerns it starts the server anew. */
    @Modified
    void modified(EmbeddedConfig config) {
        try {
            EmbeddedSettings changed = EmbeddedSettingsReader.read(config, home);
            if (!changed.equals(settings)) {
                settings = changed;
                runner.run(changed);
            }
        } catch (IllegalArgumentException e) {
            events.report(EmbeddedEvent.CONFIGURATION_REFUSED, PID, e.getMessage());
        }
    }

    @Deactivate
    void deactivate() {
        runner.close();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog log) {
        events.bind(log);
    }

    void unbindEvents(EventLog log) {
        events.unbind(log);
    }
}
