package org.waypost.delivery.maildir.recipients;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.mail.Address;
import org.waypost.recipient.Resolution;

/**
 * Follows one alias through the others to addresses that are no aliases. Each alias is followed once; a name met
 * again on the way to itself is the user of that name, if there is one, and otherwise a loop, which is cut.
 */
final class AliasExpansion {
    private static final int MAX_TARGETS = 10_000;
    private static final int MAX_DEPTH = 100;

    private final RecipientSettings settings;
    private final Map<String, AliasesFile.Entry> aliases;
    private final Map<String, Resolution.Mailbox> users;
    private final Consumer<String> problems;
    private final Set<Address> targets = new LinkedHashSet<>();
    private final Set<String> followed = new HashSet<>();
    private final Deque<String> way = new ArrayDeque<>();

    AliasExpansion(RecipientSettings settings, Map<String, AliasesFile.Entry> aliases, Map<String, Resolution.Mailbox> users,
            Consumer<String> problems) {
        this.settings = settings;
        this.aliases = aliases;
        this.users = users;
        this.problems = problems;
    }

    /** The addresses that the alias stands for in the end; empty if it goes in a circle only. */
    Collection<Address> expand(String key) {
        follow(key, settings.complete(Address.of(key)));
        return targets;
    }

    private void follow(String key, Address self) {
        way.addLast(key);
        followed.add(key);
        int before = targets.size();
        boolean cut = false;
        for (Address target : aliases.get(key).targets()) {
            cut |= !add(settings.complete(target));
        }
        way.removeLast();
        if (cut && targets.size() == before && isUser(self)) {
            targets.add(withoutAlias(self));
        }
    }

    /** False if the target leads back to where we come from and is no user. */
    private boolean add(Address target) {
        Optional<String> alias = aliasOf(target);
        if (alias.isEmpty()) {
            return take(target);
        }
        String key = alias.get();
        if (way.contains(key)) {
            if (isUser(target)) {
                return take(withoutAlias(target));
            }
            problems.accept("goes in a circle: " + String.join(" -> ", way) + " -> " + key);
            return false;
        }
        if (!followed.contains(key) && way.size() < MAX_DEPTH) {
            follow(key, target);
        }
        return true;
    }

    private boolean take(Address target) {
        if (targets.size() < MAX_TARGETS) {
            targets.add(target);
        } else {
            problems.accept("has more than " + MAX_TARGETS + " targets; the rest is left out");
        }
        return true;
    }

    private Optional<String> aliasOf(Address target) {
        String local = target.local().toLowerCase(Locale.ROOT);
        if (!settings.localDomains().contains(target.domain())) {
            return Optional.empty();
        }
        String exact = local + "@" + target.domain();
        return Optional.of(aliases.containsKey(exact) ? exact : local).filter(aliases::containsKey);
    }

    private boolean isUser(Address address) {
        return users.containsKey(Keys.of(address)) || users.containsKey(address.local().toLowerCase(Locale.ROOT));
    }

    private static Address withoutAlias(Address address) {
        return new Address(RecipientTable.NO_ALIAS + address.local(), address.domain());
    }
}
