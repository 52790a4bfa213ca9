package org.waypost.track.component;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
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
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.track.store.FileTracking;
import org.waypost.track.store.TrackingEnvironment;
import org.waypost.track.store.TrackingKeeper;
import org.waypost.track.store.TrackingSettings;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.Tracking;

/**
 * Offers tracking while it is open. Opening may have to wait for an older version to let go of the folder, so the services
 * are registered when that is done.
 */
@Component(immediate = true, service = {}, configurationPid = TrackingComponent.PID, configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = TrackingConfig.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.waypost.tracking.Tracking,org.waypost.tracking.MessageTracking\"")
public final class TrackingComponent implements TrackingKeeper.Owner {
    static final String PID = "org.waypost.tracking";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final String[] SERVICES = {Tracking.class.getName(), MessageTracking.class.getName()};

    private final LateEventLog events = new LateEventLog();
    private final BundleContext context;
    private final SettingsReader reader;
    private final TrackingKeeper keeper;
    private TrackingSettings settings;
    private ServiceRegistration<?> registration;
    private boolean leaving;

    @Activate
    public TrackingComponent(BundleContext context, TrackingConfig config) {
        this.context = context;
        String home = Optional.ofNullable(context.getProperty("karaf.base")).orElse(System.getProperty("user.dir"));
        reader = new SettingsReader(Path.of(home).toAbsolutePath(), events);
        settings = reader.read(config, Optional.empty());
        keeper = new TrackingKeeper(settings, new TrackingEnvironment(InstantSource.system(), events, TICK), this);
        keeper.start();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Modified
    void modified(TrackingConfig config) {
        settings = reader.read(config, Optional.of(settings));
        keeper.change(settings);
    }

    @Deactivate
    void deactivate() {
        synchronized (this) {
            leaving = true;
        }
        withdraw();
        keeper.close();
    }

    @Override
    public void opened(FileTracking tracking) {
        synchronized (this) {
            if (!leaving) {
                registration = context.registerService(SERVICES, tracking, null);
            }
        }
    }

    @Override
    public void closing() {
        withdraw();
    }

    /** Outside the lock, since those who use the services may take a while to let go of them. */
    private void withdraw() {
        ServiceRegistration<?> offered;
        synchronized (this) {
            offered = registration;
            registration = null;
        }
        if (offered != null) {
            offered.unregister();
        }
    }
}
