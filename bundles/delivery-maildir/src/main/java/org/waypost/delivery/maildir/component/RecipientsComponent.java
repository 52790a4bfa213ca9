package org.waypost.delivery.maildir.component;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import org.waypost.delivery.maildir.recipients.RecipientFiles;
import org.waypost.delivery.maildir.recipients.RecipientSettings;
import org.waypost.delivery.maildir.recipients.RecipientText;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;

/**
 * The resolver of local recipients, and the thread that looks whether its files changed. Only where it is configured:
 * beside a directory it would stand in, and refuse everybody, while the other resolver is replaced.
 */
@Component(service = RecipientResolver.class, immediate = true, configurationPid = RecipientsComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RecipientsConfig.class)
public final class RecipientsComponent implements RecipientResolver {
    static final String PID = "org.waypost.recipients";
    private static final int POLL_SECONDS = 2;

    private final LateEventLog events = new LateEventLog();
    private final Home home;
    private final RecipientFiles files;
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-recipients"));
    private RecipientSettings settings;

    @Activate
    public RecipientsComponent(BundleContext context, RecipientsConfig config) {
        home = Home.of(context);
        settings = text(config).check(PID, new RecipientSettings(List.of("localhost"), home.resolve("etc/users"),
                home.resolve("etc/aliases"), Optional.empty(), "+", new Address("postmaster", "")), events);
        files = new RecipientFiles(settings, events);
        watcher.scheduleWithFixedDelay(files::poll, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }

    @Modified
    void modified(RecipientsConfig config) {
        settings = text(config).check(PID, settings, events);
        files.configure(settings);
    }

    @Deactivate
    void deactivate() {
        watcher.shutdownNow();
    }

    @Override
    public CompletionStage<Resolution> resolve(Address address) {
        return files.resolve(address);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog log) {
        events.bind(log);
    }

    void unbindEvents(EventLog log) {
        events.unbind(log);
    }

    private RecipientText text(RecipientsConfig config) {
        List<String> domains = Arrays.stream(config.localDomains()).flatMap(list -> Arrays.stream(list.split(","))).toList();
        return new RecipientText(home.folder().toAbsolutePath(), domains, config.usersFile(), config.aliasesFile(),
                config.catchAll(), config.subaddressSeparator(), config.postmaster());
    }
}
