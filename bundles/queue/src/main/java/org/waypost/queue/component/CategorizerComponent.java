package org.waypost.queue.component;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.categorizer.Categorizer;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.queue.simple.SimpleCategorizer;
import org.waypost.recipient.RecipientResolver;
import org.waypost.service.Gate;

/**
 * The categorizer of a home whose recipients stand in files: it comes with the configuration of that resolver. Where
 * a directory has the say it must not be there at all, or it would stand in while the other categorizer is replaced.
 */
@Component(immediate = true, configurationPid = "org.waypost.recipients", configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "service.ranking:Integer=-100")
public final class CategorizerComponent implements Categorizer {
    private static final String LOCAL_AGENT = "maildir";
    private static final int WAITING = 10_000;

    private final Gate<RecipientResolver> resolver =
            new Gate<>("recipient resolver", Duration.ofSeconds(2), WAITING, Runnable::run);
    private final Categorizer categorizer = new SimpleCategorizer(resolver, LOCAL_AGENT);

    /** The resolver's settings change; nothing is to be done, and nothing to be reactivated. */
    @Modified
    void modified() {
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindResolver(RecipientResolver found) {
        resolver.bind(found);
    }

    void unbindResolver(RecipientResolver lost) {
        resolver.unbind(lost);
    }

    @Override
    public CompletionStage<List<Verdict>> categorize(Message message, List<Recipient> recipients) {
        return categorizer.categorize(message, recipients);
    }
}
