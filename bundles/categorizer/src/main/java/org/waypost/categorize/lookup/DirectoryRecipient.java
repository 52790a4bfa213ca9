package org.waypost.categorize.lookup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.directory.Entry;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;

/** What an entry says of itself as a recipient of mail. */
public record DirectoryRecipient(Entry entry) {
    private static final String SMTP = "SMTP:";
    private static final List<String> GROUP_CLASSES = List.of("group", "groupOfNames", "msExchDynamicDistributionList");

    public String dn() {
        return entry.dn();
    }

    /** The address others know it by: the primary one, else any, else where its mail goes. Empty: it gets no mail. */
    public Optional<Address> address() {
        List<String> proxies = entry.values("proxyAddresses");
        return proxies.stream().filter(proxy -> proxy.startsWith(SMTP)).findFirst()
                .or(() -> proxies.stream().filter(DirectoryRecipient::isSmtp).findFirst())
                .flatMap(DirectoryRecipient::parsed).or(this::target);
    }

    /** Where its mail goes instead, as it is written, with its type. */
    public Optional<String> targetText() {
        return entry.value("targetAddress");
    }

    /** Where its mail goes instead, if that is an SMTP address. */
    public Optional<Address> target() {
        return targetText().flatMap(DirectoryRecipient::parsed);
    }

    /** Whether the address is one of its own. */
    public boolean isKnownAs(Address address) {
        return entry.values("proxyAddresses").stream().filter(DirectoryRecipient::isSmtp)
                .anyMatch(proxy -> proxy.substring(SMTP.length()).equalsIgnoreCase(address.toString()));
    }

    /** The name of its mailbox; empty if it has none, as a contact or a group. */
    public Optional<String> mailbox() {
        Optional<String> named = entry.value("waypostMailbox");
        if (named.isPresent() || isGroup() || entry.isA("contact")) {
            return named;
        }
        return Stream.of("mailNickname", "uid", "sAMAccountName").flatMap(name -> entry.value(name).stream()).findFirst();
    }

    public Optional<String> deliveryAgent() {
        return entry.value("waypostDeliveryAgent");
    }

    public boolean isGroup() {
        return isDynamicGroup() || !entry.values("member").isEmpty() || GROUP_CLASSES.stream().anyMatch(entry::isA);
    }

    public boolean isDynamicGroup() {
        return entry.value("msExchDynamicDLFilter").isPresent();
    }

    private static boolean isSmtp(String proxy) {
        return proxy.regionMatches(true, 0, SMTP, 0, SMTP.length());
    }

    /** An address with the type SMTP or with none. */
    private static Optional<Address> parsed(String text) {
        String address = isSmtp(text) ? text.substring(SMTP.length()) : text;
        return AddressFormat.parse(address.strip(), true) instanceof Parsed.Ok<Address> ok ? Optional.of(ok.value()) : Optional.empty();
    }
}
