package org.waypost.categorize.component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
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
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.DirectoryCategorizer;
import org.waypost.categorize.DirectoryExplanation;
import org.waypost.categorize.DirectoryResolver;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.lookup.Outage;
import org.waypost.categorize.restriction.DirectorySenderLists;
import org.waypost.categorize.restriction.SenderLookup;
import org.waypost.categorizer.SenderLists;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.linkstate.LateLinkStates;
import org.waypost.linkstate.LinkStates;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientExplanation;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;
import org.waypost.service.Gate;

/** Categorizer, resolver, explanation and lists of senders over the directory, for as long as there is a configuration. */
@Component(service = {RecipientResolver.class, RecipientExplanation.class, SenderLists.class}, immediate = true,
        configurationPid = CategorizerComponent.PID, configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "service.ranking:Integer=100")
@Designate(ocd = CategorizerConfig.class)
public final class CategorizerComponent implements RecipientResolver, RecipientExplanation, SenderLists {
    static final String PID = "org.waypost.categorizer";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int WAITING = 10_000;
    private static final int PROBE_SECONDS = 1;

    private final LateEventLog events = new LateEventLog();
    private final Gate<Recipients> recipients = new Gate<>("directory of recipients", PATIENCE, WAITING, Runnable::run);
    private final Gate<Directory> directory = new Gate<>("directory", PATIENCE, WAITING, Runnable::run);
    private final ScheduledThreadPoolExecutor probes = new ScheduledThreadPoolExecutor(1,
            work -> new Thread(work, "waypost-categorizer"), new ThreadPoolExecutor.DiscardPolicy());
    private final LateLinkStates linkStates = new LateLinkStates(this::mapChanged);
    private final SettingsReader reader = new SettingsReader(PID, events);
    private final Announcement announcement;
    private final RecipientResolver resolver;
    private final RecipientExplanation explanation;
    private final SenderLists senderLists;
    private final Colleagues colleagues;
    private volatile CategorizerSettings settings;

    @Activate
    public CategorizerComponent(BundleContext context, CategorizerConfig config) {
        settings = reader.read(config, SettingsReader.INITIAL);
        Outage outage = new Outage(events, probe -> probes.schedule(probe, PROBE_SECONDS, TimeUnit.SECONDS), this::directoryIsBack);
        Inquiries inquiries = new Inquiries(recipients, directory, outage);
        resolver = new DirectoryResolver(inquiries, () -> settings);
        colleagues = new Colleagues(inquiries);
        senderLists = new DirectorySenderLists(inquiries, new SenderLookup(inquiries, () -> settings));
        explanation = new DirectoryExplanation(inquiries, colleagues, () -> settings);
        announcement = new Announcement(context, new DirectoryCategorizer(inquiries, colleagues, () -> settings, events));
    }

    @Modified
    void modified(CategorizerConfig config) {
        settings = reader.read(config, settings);
    }

    @Deactivate
    void deactivate() {
        announcement.end();
        probes.shutdownNow();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipients(Recipients found) {
        recipients.bind(found);
    }

    void unbindRecipients(Recipients lost) {
        recipients.unbind(lost);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory found) {
        directory.bind(found);
    }

    void unbindDirectory(Directory lost) {
        directory.unbind(lost);
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
    void bindLinkStates(LinkStates found) {
        linkStates.bind(found);
    }

    void unbindLinkStates(LinkStates lost) {
        linkStates.unbind(lost);
    }

    @Override
    public CompletionStage<Resolution> resolve(Address address) {
        return resolver.resolve(address);
    }

    @Override
    public CompletionStage<List<Step>> explain(Optional<Address> sender, Address recipient, long size) {
        return explanation.explain(sender, recipient, size);
    }

    @Override
    public CompletionStage<Set<String>> listed(Optional<Address> sender, Set<String> dns) {
        return senderLists.listed(sender, dns);
    }

    private synchronized void mapChanged() {
        colleagues.routed(linkStates.get());
    }

    private void directoryIsBack() {
        announcement.directoryIsBack();
    }
}
