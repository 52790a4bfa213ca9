package org.waypost.delivery.maildir.recipients;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.Address;
import org.waypost.recipient.Resolution;

/**
 * Who each address is; never changes.
 *
 * <p>A local part that begins with a backslash means the user without aliases, as in sendmail and
 * Postfix: an alias that names itself ({@code alice: alice, bob@example.net}) has that form as target.
 *
 * @param defaultDomain of the bare {@code Postmaster}
 * @param domains the local ones
 * @param users by {@linkplain Keys key}
 * @param aliases by key; they go before users
 * @param separator of subaddresses; empty for none
 * @param postmaster of every local domain, RFC 5321 4.5.1
 * @param catchAll of every local domain, if any
 */
record RecipientTable(String defaultDomain, Set<String> domains, Map<String, Resolution.Mailbox> users,
        Map<String, Resolution.Alias> aliases, String separator, Resolution postmaster, Optional<Resolution> catchAll) {
    static final char NO_ALIAS = '\\';
    private static final Resolution UNKNOWN = new Resolution.Unknown();
    private static final Resolution REMOTE = new Resolution.Remote();

    Resolution resolve(Address address) {
        String domain = address.domain().isEmpty() ? defaultDomain : address.domain();
        String local = address.local().toLowerCase(Locale.ROOT);
        if (!domains.contains(domain)) {
            return REMOTE;
        }
        if (local.charAt(0) == NO_ALIAS) {
            return user(local.substring(1), domain).map(Resolution.class::cast).orElse(UNKNOWN);
        }
        return entry(local, domain)
                .or(() -> entry(withoutSubaddress(local), domain))
                .or(() -> withoutSubaddress(local).equals("postmaster") ? Optional.of(postmaster) : Optional.empty())
                .or(() -> catchAll)
                .orElse(UNKNOWN);
    }

    Optional<Resolution.Mailbox> user(String local, String domain) {
        return lookup(users, local, domain);
    }

    private Optional<Resolution> entry(String local, String domain) {
        return lookup(aliases, local, domain).map(Resolution.class::cast)
                .or(() -> lookup(users, local, domain));
    }

    private String withoutSubaddress(String local) {
        int end = separator.isEmpty() ? -1 : local.indexOf(separator);
        return end > 0 ? local.substring(0, end) : local;
    }

    private static <T> Optional<T> lookup(Map<String, T> map, String local, String domain) {
        T exact = map.get(local + "@" + domain);
        return Optional.ofNullable(exact != null ? exact : map.get(local));
    }
}
