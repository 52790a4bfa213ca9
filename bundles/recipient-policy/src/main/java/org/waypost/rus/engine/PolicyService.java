package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.policy.RecipientPolicies;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.Run;
import org.waypost.rus.policy.RecipientPolicy;
import org.waypost.rus.stamp.Draft;
import org.waypost.service.Gate;

/** Policies and instances as people see and steer them. Any thread. */
public final class PolicyService implements RecipientPolicies, RecipientUpdateService {
    private final PolicyBook book;
    private final Gate<Directory> directory;
    private final Map<String, UpdateInstance> instances = new ConcurrentSkipListMap<>();

    public PolicyService(PolicyBook book, Gate<Directory> directory) {
        this.book = book;
        this.directory = directory;
    }

    /** An instance came, under a name of its own. */
    public void add(UpdateInstance instance) {
        instances.put(instance.name(), instance);
    }

    public void remove(UpdateInstance instance) {
        instances.remove(instance.name(), instance);
    }

    @Override
    public CompletionStage<List<Policy>> policies() {
        return withPolicies(set -> CompletableFuture.completedStage(set.views()));
    }

    @Override
    public CompletionStage<Optional<Preview>> preview(String recipient) {
        return withPolicies(set -> directory.call(service -> find(service, recipient, set).thenCompose(found -> found.isEmpty()
                ? CompletableFuture.completedStage(Optional.<Preview>empty())
                : preview(service, found.get(), set).thenApply(Optional::of))));
    }

    @Override
    public CompletionStage<Optional<Run>> apply(String policy) {
        return withPolicies(set -> set.table().policies().stream().noneMatch(known -> known.name().equals(policy))
                ? CompletableFuture.completedStage(Optional.empty())
                : sum(instances.values().stream().map(instance -> instance.apply(policy)).toList()).thenApply(Optional::of));
    }

    @Override
    public List<Status> status() {
        return instances.values().stream().map(UpdateInstance::status).toList();
    }

    @Override
    public CompletionStage<Optional<Run>> update(String instance) {
        return run(instance, UpdateInstance::update);
    }

    @Override
    public CompletionStage<Optional<Run>> rebuild(String instance) {
        return run(instance, UpdateInstance::rebuild);
    }

    private CompletionStage<Optional<Run>> run(String name, Function<UpdateInstance, CompletionStage<Run>> which) {
        UpdateInstance instance = instances.get(name);
        return instance == null ? CompletableFuture.completedStage(Optional.empty()) : which.apply(instance).thenApply(Optional::of);
    }

    private <T> CompletionStage<T> withPolicies(Function<PolicySet, CompletionStage<T>> work) {
        return book.current().map(work)
                .orElseGet(() -> CompletableFuture.failedStage(new DirectoryAwayException("the directory has not told its policies yet")));
    }

    private static CompletionStage<Optional<Entry>> find(Directory directory, String recipient, PolicySet set) {
        if (recipient.contains("=") && !recipient.contains("@")) {
            return directory.read(Search.Role.DOMAIN, recipient, set.attributes());
        }
        String filter = "(|" + Filter.equal("proxyAddresses", "smtp:" + recipient) + Filter.equal("mailNickname", recipient) + ")";
        Search search = new Search(Search.Role.GLOBAL_CATALOG, "", Search.Scope.SUBTREE, filter, set.attributes());
        return directory.search(search, 1).thenApply(found -> found.stream().findFirst());
    }

    private static CompletionStage<Preview> preview(Directory directory, Entry recipient, PolicySet set) {
        List<String> before = recipient.values("proxyAddresses");
        Optional<RecipientPolicy> policy = set.table().of(recipient);
        Optional<String> why = recipient.value("mailNickname").isEmpty() ? Optional.of("It has no mailNickname, so it is no recipient.")
                : Draft.isExcluded(recipient) ? Optional.of("It opted out: its addresses are kept by hand.")
                : policy.isEmpty() ? Optional.of("No policy is for it.") : Optional.empty();
        if (why.isPresent()) {
            return CompletableFuture.completedStage(new Preview(recipient.dn(), Optional.empty(), before, before, List.of(why.get())));
        }
        Draft draft = Draft.of(recipient, policy.get(), set.legacyPrefix());
        List<String> notes = new ArrayList<>(draft.notes());
        if (before.isEmpty()) {
            notes.add("It is not stamped yet.");
        }
        Holders holders = new Holders(directory, new Crowd());
        return new Numbers(holders).find(draft, recipient.id(), new Forecast(holders, recipient.id())).thenApply(numbers ->
                new Preview(recipient.dn(), Optional.of(policy.get().name()), before, draft.addresses(numbers), notes));
    }

    private static CompletionStage<Run> sum(Collection<CompletionStage<Run>> runs) {
        CompletionStage<Run> sum = CompletableFuture.completedStage(Run.NOTHING);
        for (CompletionStage<Run> run : runs) {
            sum = sum.thenCombine(run, (one, other) -> new Run(one.seen() + other.seen(), -1, one.written() + other.written(),
                    one.reported() + other.reported(), one.failed() + other.failed()));
        }
        return sum;
    }
}
