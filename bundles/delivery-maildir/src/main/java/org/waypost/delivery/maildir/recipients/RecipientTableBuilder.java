package org.waypost.delivery.maildir.recipients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.waypost.mail.Address;
import org.waypost.recipient.Resolution;

/** Makes a table of settings and two parsed files, and says what in the aliases goes nowhere. */
final class RecipientTableBuilder {
    private final RecipientSettings settings;
    private final AliasesFile aliases;
    private final Map<String, Resolution.Mailbox> users = new HashMap<>();
    private final Map<Integer, String> problems = new TreeMap<>();

    RecipientTableBuilder(RecipientSettings settings, UsersFile users, AliasesFile aliases) {
        this.settings = settings;
        this.aliases = aliases;
        users.mailboxes().forEach((key, mailbox) -> this.users.put(key, new Resolution.Mailbox(mailbox)));
    }

    RecipientTable build() {
        Map<String, Resolution.Alias> expanded = new HashMap<>();
        aliases.aliases().forEach((key, entry) -> {
            Collection<Address> targets = new AliasExpansion(settings, aliases.aliases(), users,
                    reason -> problems.putIfAbsent(entry.line(), "\"" + key + "\" " + reason)).expand(key);
            if (!targets.isEmpty()) {
                expanded.put(key, new Resolution.Alias(List.copyOf(targets)));
            }
        });
        Resolution postmaster = postmaster();
        RecipientTable plain = table(expanded, postmaster, Optional.empty());
        return table(expanded, postmaster, settings.catchAll().map(address -> destination(plain, address)));
    }

    /** Of the aliases file, by line. */
    List<Problem> problems() {
        List<Problem> list = new ArrayList<>();
        problems.forEach((line, reason) -> list.add(new Problem(line, reason)));
        return list;
    }

    private RecipientTable table(Map<String, Resolution.Alias> expanded, Resolution postmaster, Optional<Resolution> catchAll) {
        return new RecipientTable(settings.defaultDomain(), Set.copyOf(settings.localDomains()), users, expanded,
                settings.separator(), postmaster, catchAll);
    }

    private Resolution postmaster() {
        Address address = settings.postmaster();
        String local = address.local().toLowerCase(Locale.ROOT);
        if (!address.domain().isEmpty()) {
            boolean itself = local.equals("postmaster") && settings.localDomains().contains(address.domain());
            return itself ? new Resolution.Mailbox(local) : new Resolution.Alias(List.of(address));
        }
        return users.getOrDefault(local, new Resolution.Mailbox(local));
    }

    /** A catch-all that is itself nobody stays nobody: it must not catch its own mail for ever. */
    private Resolution destination(RecipientTable plain, Address address) {
        Resolution direct = plain.resolve(address);
        return direct instanceof Resolution.Remote ? new Resolution.Alias(List.of(address)) : direct;
    }
}
