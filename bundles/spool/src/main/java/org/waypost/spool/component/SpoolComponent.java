package org.waypost.spool.component;

import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
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
import org.waypost.spool.Spool;
import org.waypost.spool.rocks.RocksSpool;
import org.waypost.spool.rocks.SpoolEnvironment;
import org.waypost.spool.rocks.SpoolKeeper;
import org.waypost.spool.rocks.SpoolSettings;

/**
 * Offers the spool while it is open: opening may have to wait for an older version to let go of the
 * folder, so the service is registered when that is done, not when the component is activated.
 */
@Component(immediate = true, service = {}, configurationPid = SpoolComponent.PID, configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = SpoolConfig.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.waypost.spool.Spool\"")
public final class SpoolComponent implements SpoolKeeper.Owner {
    static final String PID = "org.waypost.spool";

    private final LateEventLog events = new LateEventLog();
    private final BundleContext context;
    private final SettingsReader reader;
    private final SpoolKeeper keeper;
    private SpoolSettings settings;
    private ServiceRegistration<Spool> registration;
    private boolean leaving;

    @Activate
    public SpoolComponent(BundleContext context, SpoolConfig config) {
        this.context = context;
        Path home = Path.of(Optional.ofNullable(context.getProperty("karaf.base")).orElse(System.getProperty("user.dir")));
        reader = new SettingsReader(home.toAbsolutePath(), events);
        settings = reader.read(config, Optional.empty());
        keeper = new SpoolKeeper(settings,
                new SpoolEnvironment(InstantSource.system(), new SecureRandom(), SpoolComponent::freeSpace, events), this);
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
    void modified(SpoolConfig config) {
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
    public synchronized void opened(RocksSpool spool) {
        if (!leaving) {
            registration = context.registerService(Spool.class, spool, null);
        }
    }

    @Override
    public void closing(RocksSpool spool) {
        withdraw();
    }

    /** Outside the lock, since those who use the service may take seconds to let go of it. */
    private void withdraw() {
        ServiceRegistration<Spool> offered;
        synchronized (this) {
            offered = registration;
            registration = null;
        }
        if (offered != null) {
            offered.unregister();
        }
    }

    /**
     * When the disk doesn't say, the writes themselves will show whether it is full. Not by its file store, which needs a mount
     * point that a process in a container may not see.
     */
    private static long freeSpace(Path folder) {
        File disk = folder.toFile();
        return disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace();
    }
}
