package org.waypost.rus.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Entry;
import org.waypost.event.EventLog;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.rus.policy.PolicyReader;
import org.waypost.rus.policy.PolicyTable;
import org.waypost.rus.policy.ReadPolicy;
import org.waypost.rus.policy.RecipientPolicy;

/**
 * Keeps the policies as a watch of the configuration tells them. A policy that comes to have a fault stays in force
 * as it was before; one that had it from the beginning is left out. The default policy cannot be deleted. Any thread.
 */
public final class PolicyBook implements ChangeListener {
    /** What must be watched. */
    public static final String FILTER = "(|(objectClass=msExchRecipientPolicy)(objectClass=msExchOrganizationContainer))";
    private static final String ORGANIZATION = "msExchOrganizationContainer";

    private final EventLog events;
    private final Map<UUID, ReadPolicy> read = new HashMap<>();
    private final Map<UUID, RecipientPolicy> inForce = new HashMap<>();
    private final Map<UUID, Entry> organizations = new HashMap<>();
    private final Set<UUID> unmentioned = new HashSet<>();
    private final List<Consumer<PolicySet>> listeners = new CopyOnWriteArrayList<>();
    private boolean comparing;
    private PolicySet current;

    public PolicyBook(EventLog events) {
        this.events = events;
    }

    /** Empty until the directory has told all of them. */
    public synchronized Optional<PolicySet> current() {
        return Optional.ofNullable(current);
    }

    /** Tells the policies, now if they are known, and whenever they change. */
    public void add(Consumer<PolicySet> listener) {
        listeners.add(listener);
        current().ifPresent(listener);
    }

    public void remove(Consumer<PolicySet> listener) {
        listeners.remove(listener);
    }

    @Override
    public CompletionStage<Void> changed(ChangeBatch batch) {
        Optional<PolicySet> news = take(batch);
        news.ifPresent(set -> listeners.forEach(listener -> listener.accept(set)));
        return CompletableFuture.completedStage(null);
    }

    private synchronized Optional<PolicySet> take(ChangeBatch batch) {
        if (batch.kind() == ChangeBatch.Kind.COMPARISON_BEGINS) {
            comparing = true;
            unmentioned.addAll(read.keySet());
            unmentioned.addAll(organizations.keySet());
        }
        batch.changes().forEach(this::take);
        if (batch.kind() == ChangeBatch.Kind.COMPARISON_ENDS) {
            comparing = false;
            Set.copyOf(unmentioned).forEach(this::deleted);
            unmentioned.clear();
        }
        return comparing ? Optional.empty() : news();
    }

    private void take(DirectoryChange change) {
        unmentioned.remove(change.id());
        if (change instanceof DirectoryChange.Deleted) {
            deleted(change.id());
        } else if (change instanceof DirectoryChange.Changed changed) {
            if (changed.entry().isA(ORGANIZATION)) {
                organizations.put(change.id(), changed.entry());
            } else {
                changed(PolicyReader.read(changed.entry()));
            }
        }
    }

    private void changed(ReadPolicy policy) {
        ReadPolicy before = read.put(policy.id(), policy);
        if (policy.isDefault()) {
            // One that was kept although it is deleted makes room for its successor.
            inForce.keySet().removeIf(id -> !read.containsKey(id));
        }
        policy.policy().ifPresent(good -> inForce.put(policy.id(), good));
        boolean isNew = before == null || !before.view().fault().equals(policy.view().fault());
        policy.view().fault().filter(fault -> isNew).ifPresent(fault -> events.report(RusEvent.POLICY_FAULT, policy.view().name(),
                policy.view().dn(), fault, inForce.containsKey(policy.id()) ? "It stays in force as it was before" : "It is left out"));
        if (before == null || !before.ignored().equals(policy.ignored())) {
            policy.ignored().forEach(template -> events.report(RusEvent.TEMPLATE_IGNORED, policy.view().name(), template));
        }
    }

    private void deleted(UUID id) {
        organizations.remove(id);
        ReadPolicy gone = read.remove(id);
        boolean kept = gone != null && gone.isDefault() && inForce.containsKey(id) && read.values().stream().noneMatch(ReadPolicy::isDefault);
        if (kept) {
            events.report(RusEvent.DEFAULT_POLICY_GONE, gone.view().name());
        } else {
            inForce.remove(id);
        }
    }

    private Optional<PolicySet> news() {
        Optional<Entry> organization = organizations.values().stream().min(Comparator.comparing(Entry::dn));
        Optional<String> legacyPrefix = organization.flatMap(entry -> entry.value("cn"))
                .map(name -> "/o=" + name.replace('/', '_') + "/ou=First Administrative Group/cn=Recipients/cn=");
        List<Policy> views = read.values().stream().map(ReadPolicy::view)
                .sorted(Comparator.comparingInt(Policy::order).thenComparing(Policy::name)).toList();
        PolicyTable table = new PolicyTable(inForce.values());
        PolicySet news = new PolicySet(table, views, organization.map(Entry::dn), legacyPrefix, fingerprint(table, legacyPrefix));
        boolean same = current != null && news.fingerprint().equals(current.fingerprint()) && news.views().equals(current.views())
                && Objects.equals(news.organization(), current.organization());
        current = news;
        return same ? Optional.empty() : Optional.of(news);
    }

    private static String fingerprint(PolicyTable table, Optional<String> legacyPrefix) {
        StringBuilder text = new StringBuilder(legacyPrefix.orElse(""));
        table.policies().forEach(policy -> text.append('\n').append(policy.order()).append(' ').append(policy.name()).append(' ')
                .append(policy.filter()).append(' ').append(policy.templates()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
