package org.waypost.module.component;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.metrics.Vitals;
import org.waypost.module.engine.Modules;
import org.waypost.module.engine.Monitor;
import org.waypost.modules.Begun;
import org.waypost.modules.Module;
import org.waypost.modules.ModuleManager;
import org.waypost.modules.Progress;
import org.waypost.modules.Replacement;
import org.waypost.modules.Staging;
import org.waypost.queue.Queue;

/** The module manager as a service. */
@Component(service = ModuleManager.class, immediate = true, configurationPid = ModulesComponent.PID)
@Designate(ocd = ModulesConfig.class)
public final class ModulesComponent implements ModuleManager {
    static final String PID = "org.waypost.modules";

    private final LateEventLog events = new LateEventLog();
    private final Monitor monitor = new Monitor();
    private final ErrorListener errors = new ErrorListener(monitor);
    private final SettingsReader reader = new SettingsReader(events);
    private final Modules modules;
    private final QueueSampler sampler;

    @Activate
    public ModulesComponent(BundleContext context, ModulesConfig config) {
        BundleContext system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        OwnClasses.load(context.getBundle());
        modules = new Modules(new FrameworkPlatform(system, new ScrComponents(system)), folder(context), monitor, InstantSource.system(),
                events, reader.read(config));
        sampler = new QueueSampler(monitor, InstantSource.system(), () -> modules.progress().isPresent());
        modules.start();
    }

    private static Path folder(BundleContext context) {
        String data = context.getProperty("karaf.data");
        String base = context.getProperty("karaf.base");
        return (data != null ? Path.of(data) : Path.of(base != null ? base : System.getProperty("user.dir")).resolve("data"))
                .toAbsolutePath().resolve("modules");
    }

    @Modified
    void modified(ModulesConfig config) {
        modules.configure(reader.read(config));
    }

    @Deactivate
    void deactivate() {
        sampler.close();
        modules.close();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindQueue(Queue queue) {
        sampler.bind(queue);
    }

    void unbindQueue(Queue queue) {
        sampler.unbind(queue);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindVitals(Vitals vitals) {
        sampler.bind(vitals);
    }

    void unbindVitals(Vitals vitals) {
        sampler.unbind(vitals);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void bindLog(LogReaderService log) {
        log.addLogListener(errors);
    }

    void unbindLog(LogReaderService log) {
        log.removeLogListener(errors);
    }

    @Override
    public CompletionStage<List<Module>> modules() {
        return modules.modules();
    }

    @Override
    public CompletionStage<Staging> stage(Path jar, Optional<String> checksum, String who) {
        return modules.stage(jar, checksum, who);
    }

    @Override
    public CompletionStage<Begun> replace(String checksum, Optional<Duration> watch, boolean force, String who) {
        return modules.replace(checksum, watch, force, who);
    }

    @Override
    public CompletionStage<Begun> rollback(String name, String who) {
        return modules.rollback(name, who);
    }

    @Override
    public CompletionStage<List<Replacement>> history() {
        return modules.history();
    }

    @Override
    public Optional<Progress> progress() {
        return modules.progress();
    }
}
