package org.waypost.delivery.maildir.component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
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
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.maildir.MaildirAgent;
import org.waypost.delivery.maildir.MaildirEvent;
import org.waypost.delivery.maildir.MaildirSettings;
import org.waypost.delivery.maildir.RealDisk;
import org.waypost.delivery.maildir.UniqueNames;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;

/** The delivery agent {@code maildir}. */
@Component(service = DeliveryAgent.class, immediate = true, configurationPid = MaildirComponent.PID,
        property = DeliveryAgent.AGENT + "=maildir")
@Designate(ocd = MaildirConfig.class)
public final class MaildirComponent implements DeliveryAgent {
    static final String PID = "org.waypost.delivery.maildir";
    private static final int MAX_THREADS = 64;

    private final LateEventLog events = new LateEventLog();
    private final Home home;
    private final MaildirAgent agent;
    private MaildirSettings settings;

    @Activate
    public MaildirComponent(BundleContext context, MaildirConfig config) {
        home = Home.of(context);
        settings = settings(config, new MaildirSettings(home.resolve("data/mail"), 4));
        UniqueNames names = new UniqueNames(InstantSource.system(), new SecureRandom(), ProcessHandle.current().pid(), host());
        agent = new MaildirAgent(settings, new RealDisk(), names, InstantSource.system(), events);
    }

    @Modified
    void modified(MaildirConfig config) {
        settings = settings(config, settings);
        agent.configure(settings);
    }

    @Deactivate
    void deactivate() {
        agent.close();
    }

    @Override
    public CompletionStage<DeliveryResult> deliver(Delivery delivery) {
        return agent.deliver(delivery);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog log) {
        events.bind(log);
    }

    void unbindEvents(EventLog log) {
        events.unbind(log);
    }

    private MaildirSettings settings(MaildirConfig config, MaildirSettings before) {
        Path folder = before.folder();
        int threads = before.threads();
        if (config.folder().isBlank()) {
            events.report(MaildirEvent.BAD_SETTING, PID, "folder", config.folder(), "the path of a folder");
        } else {
            folder = home.resolve(config.folder());
        }
        if (config.threads() < 1 || config.threads() > MAX_THREADS) {
            events.report(MaildirEvent.BAD_SETTING, PID, "threads", config.threads(), "a number from 1 to " + MAX_THREADS);
        } else {
            threads = config.threads();
        }
        return new MaildirSettings(folder, threads);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
