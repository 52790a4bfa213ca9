package org.waypost.rus.stamp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.directory.Entry;
import org.waypost.rus.policy.RecipientPolicy;
import org.waypost.rus.template.AddressTemplate;
import org.waypost.rus.template.Names;
import org.waypost.rus.template.Series;

/**
 * What a policy wants a recipient to have, before it is known which numbers are free. Addresses of one type that are
 * new to it get one number together. Immutable.
 */
public final class Draft {
    /** What is read of a recipient, beside what filters ask for. */
    public static final Set<String> ATTRIBUTES = Set.of("objectClass", "mailNickname", "givenName", "initials", "sn", "displayName",
            "proxyAddresses", "mail", "legacyExchangeDN", "textEncodedORAddress", "msExchPoliciesExcluded");
    private static final String LEGACY = "x500";

    private final Entry recipient;
    private final List<Slot> slots = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Draft(Entry recipient) {
        this.recipient = recipient;
    }

    /** Whether an administrator keeps a recipient's addresses by hand. */
    public static boolean isExcluded(Entry recipient) {
        return !recipient.values("msExchPoliciesExcluded").isEmpty();
    }

    /** @param legacyPrefix all of a {@code legacyExchangeDN} before the alias; empty if none is to be made */
    public static Draft of(Entry recipient, RecipientPolicy policy, Optional<String> legacyPrefix) {
        Draft draft = new Draft(recipient);
        Names names = Names.of(recipient);
        Set<String> has = draft.proxies().stream().map(ProxyAddress::key).collect(Collectors.toSet());
        for (AddressTemplate template : policy.templates()) {
            Series series = template.series(names);
            draft.notes.addAll(series.notes());
            if (!series.isEmpty()) {
                draft.slots.add(Slot.of(series, template.isPrimary(), has));
            }
        }
        if (recipient.value("legacyExchangeDN").isEmpty()) {
            legacyPrefix.ifPresent(prefix -> draft.slots.add(legacy(prefix, names.alias())));
        }
        return draft;
    }

    private static Slot legacy(String prefix, String alias) {
        String safe = alias.replace('/', '_');
        return new Slot(new Series(LEGACY, number -> prefix + safe + (number == 1 ? "" : number), List.of()), false, Optional.empty());
    }

    /** For people. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Types of which addresses are new to the recipient, so that a number must be found for them. */
    public Set<String> open() {
        return slots.stream().filter(slot -> slot.held().isEmpty()).map(slot -> slot.series().type()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether there is a primary SMTP address at all. */
    public boolean isPossible() {
        return slots.stream().anyMatch(slot -> slot.primary() && slot.series().type().equals("smtp"));
    }

    /** Addresses that it needs of that type if it gets that number, as keys. */
    public List<String> keys(String type, int number) {
        return slots.stream().filter(slot -> slot.held().isEmpty() && slot.series().type().equals(type))
                .map(slot -> slot.key(number)).distinct().toList();
    }

    /** The number to be tried first: the one it has in another address of the type. */
    public int favourite(String type) {
        return slots.stream().filter(slot -> slot.series().type().equals(type)).flatMap(slot -> slot.held().stream()).findFirst().orElse(1);
    }

    /** What must be written: attributes and their values; nothing if all is as it should be. @param numbers by type of {@link #open} */
    public Map<String, List<String>> changes(Map<String, Integer> numbers) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        List<String> after = addresses(numbers);
        if (!Set.copyOf(after).equals(Set.copyOf(recipient.values("proxyAddresses")))) {
            changes.put("proxyAddresses", after);
        }
        primary(after, "SMTP:").ifPresent(mail -> change(changes, "mail", mail));
        primary(after, "X400:").ifPresent(address -> change(changes, "textEncodedORAddress", address));
        slots.stream().filter(slot -> slot.series().type().equals(LEGACY))
                .forEach(slot -> change(changes, "legacyExchangeDN", slot.series().address(numbers.get(LEGACY))));
        return changes;
    }

    /** All its {@code proxyAddresses} then: those of the policy first, then what it had, now secondary. */
    public List<String> addresses(Map<String, Integer> numbers) {
        Map<String, ProxyAddress> before = new LinkedHashMap<>();
        proxies().forEach(proxy -> before.putIfAbsent(proxy.key(), proxy));
        Map<String, ProxyAddress> after = new LinkedHashMap<>();
        Set<String> replaced = new LinkedHashSet<>();
        for (Slot slot : slots) {
            if (!slot.series().type().equals(LEGACY)) {
                int number = slot.held().orElseGet(() -> numbers.get(slot.series().type()));
                ProxyAddress made = new ProxyAddress(slot.series().type(), slot.series().address(number));
                ProxyAddress proxy = before.getOrDefault(slot.key(number), made).primary(slot.primary());
                after.merge(proxy.key(), proxy, (one, other) -> one.isPrimary() ? one : other);
                if (slot.primary()) {
                    replaced.add(slot.series().type());
                }
            }
        }
        before.forEach((key, proxy) -> after.putIfAbsent(key, replaced.stream().anyMatch(proxy::isOf) ? proxy.primary(false) : proxy));
        return after.values().stream().map(ProxyAddress::toString).toList();
    }

    private List<ProxyAddress> proxies() {
        return recipient.values("proxyAddresses").stream().map(ProxyAddress::of).toList();
    }

    private void change(Map<String, List<String>> changes, String attribute, String value) {
        if (!recipient.values(attribute).equals(List.of(value))) {
            changes.put(attribute, List.of(value));
        }
    }

    private static Optional<String> primary(List<String> proxies, String type) {
        return proxies.stream().filter(proxy -> proxy.startsWith(type)).findFirst().map(proxy -> proxy.substring(type.length()));
    }
}
