package org.waypost.delivery.maildir.recipients;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.waypost.delivery.maildir.MailboxName;
import org.waypost.event.EventLog;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;

/**
 * The settings as an administrator writes them. Paths are absolute or relative to {@code home}.
 *
 * @param home where relative paths begin
 */
public record RecipientText(Path home, List<String> localDomains, String usersFile, String aliasesFile, String catchAll,
        String separator, String postmaster) {
    private static final Pattern SEPARATOR = Pattern.compile("[-+=_#!~]{0,3}");
    private static final String ADDRESS = "an address or a local name";

    /**
     * Checks each value; one that is not allowed is reported and leaves the one before.
     *
     * @param pid for the report
     * @param before the settings in force, or the defaults
     */
    public RecipientSettings check(String pid, RecipientSettings before, EventLog events) {
        Check check = new Check(pid, events);
        return new RecipientSettings(
                check.value("localDomains", String.join(",", localDomains), before.localDomains(), "a list of domains", x -> domains()),
                check.value("usersFile", usersFile, before.usersFile(), "the path of a file", this::path),
                check.value("aliasesFile", aliasesFile, before.aliasesFile(), "the path of a file", this::path),
                check.value("catchAll", catchAll, before.catchAll(), ADDRESS + ", or empty", RecipientText::optionalAddress),
                check.value("subaddressSeparator", separator, before.separator(), "up to 3 of the characters + - = _ # ! ~",
                        text -> Optional.of(text.trim()).filter(s -> SEPARATOR.matcher(s).matches())),
                check.value("postmaster", postmaster, before.postmaster(), ADDRESS + " (letters, digits, \".\", \"_\", \"-\")",
                        RecipientText::postmaster));
    }

    private Optional<List<String>> domains() {
        List<String> domains = localDomains.stream().map(d -> d.trim().toLowerCase(Locale.ROOT)).filter(d -> !d.isEmpty()).toList();
        boolean good = !domains.isEmpty() && domains.stream().allMatch(d -> AddressFormat.isDomain(d, true));
        return good ? Optional.of(domains) : Optional.empty();
    }

    private Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(home.resolve(text.trim()).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Optional<Address>> optionalAddress(String text) {
        return text.isBlank() ? Optional.of(Optional.empty()) : address(text).map(Optional::of);
    }

    private static Optional<Address> postmaster(String text) {
        return address(text).filter(a -> !a.domain().isEmpty() || MailboxName.isValid(a.local()));
    }

    private static Optional<Address> address(String text) {
        return Keys.parse(text.trim()) instanceof Parsed.Ok<Address> ok ? Optional.of(ok.value()) : Optional.empty();
    }

    private record Check(String pid, EventLog events) {
        <T> T value(String key, String text, T before, String allowed, Function<String, Optional<T>> read) {
            Optional<T> value = read.apply(text);
            if (value.isEmpty()) {
                events.report(RecipientEvent.BAD_SETTING, pid, key, text, allowed);
            }
            return value.orElse(before);
        }
    }
}
