package org.waypost.metabase.component;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
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
import org.waypost.metabase.Metabase;
import org.waypost.metabase.etc.EtcFolder;
import org.waypost.metabase.store.MetabaseEnvironment;
import org.waypost.metabase.store.MetabaseEvent;
import org.waypost.metabase.store.MetabaseKeeper;
import org.waypost.metabase.store.MetabaseSettings;
import org.waypost.metabase.store.RocksMetabase;

/**
 * Offers the metabase while it is open, and hands it over to Configuration Admin. Opening may have to wait for an older
 * version to let go of the folder, so the service is registered when that is done. The configurations stay when this
 * component goes: the next one finds them as they should be and touches none.
 */
@Component(immediate = true, service = {}, configurationPid = MetabaseComponent.PID, configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = MetabaseConfig.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.waypost.metabase.Metabase\"")
public final class MetabaseComponent implements MetabaseKeeper.Owner {
    static final String PID = "org.waypost.metabase";
    private static final Duration TICK = Duration.ofSeconds(1);

    private final LateEventLog events = new LateEventLog();
    private final BundleContext context;
    private final Path home;
    private final SettingsReader reader;
    private final MetaTypes types;
    private final Configurations configurations;
    private final MetabaseKeeper keeper;
    private MetabaseSettings settings;
    private Passing passing;
    private ServiceRegistration<Metabase> registration;
    private boolean leaving;

    @Activate
    public MetabaseComponent(BundleContext context, @Reference ConfigurationAdmin admin, MetabaseConfig config) {
        this.context = context;
        home = Path.of(property("karaf.base").orElse(System.getProperty("user.dir"))).toAbsolutePath();
        reader = new SettingsReader(home, events);
        types = new MetaTypes(context);
        configurations = new Configurations(admin, events);
        settings = reader.read(config, Optional.empty());
        keeper = new MetabaseKeeper(settings, new MetabaseEnvironment(InstantSource.system(), events, types, TICK), this);
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
    void modified(MetabaseConfig config) {
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
    public void opened(RocksMetabase metabase) {
        EtcFolder etc = new EtcFolder(property("karaf.etc").map(Path::of).orElse(home.resolve("etc")), events);
        types.refresh();
        etc.takeOver(metabase, types);
        synchronized (this) {
            if (!leaving) {
                passing = new Passing(metabase, types, configurations, etc, events);
                context.addBundleListener(passing);
                registration = context.registerService(Metabase.class, metabase, null);
            }
        }
    }

    @Override
    public void closing() {
        withdraw();
    }

    /** Outside the lock, since those who use the service may take seconds to let go of it. */
    private void withdraw() {
        ServiceRegistration<Metabase> offered;
        Passing ending;
        synchronized (this) {
            offered = registration;
            registration = null;
            ending = passing;
            passing = null;
        }
        if (offered != null) {
            offered.unregister();
        }
        if (ending != null) {
            context.removeBundleListener(ending);
            end(ending);
        }
    }

    private void end(Passing ending) {
        try {
            ending.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            events.report(MetabaseEvent.CLOSE_FAILED, settings.folder(), "it was interrupted", e);
        }
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(context.getProperty(name));
    }
}
