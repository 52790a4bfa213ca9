package org.waypost.categorize.component;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.waypost.categorize.CategorizerEvent;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.event.EventLog;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;

/**
 * Makes settings of a configuration. For a value that is out of its range the last good one stays, a domain
 * that is none is left out, and an event names pid, key and allowed range.
 */
final class SettingsReader {
    static final CategorizerSettings INITIAL = new CategorizerSettings(List.of(), Set.of(), 5_000, 50_000, "maildir", "+", Optional.empty());
    private static final int MILLION = 1_000_000;
    private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final int DOMAIN_LENGTH = 253;

    private final String pid;
    private final EventLog events;

    SettingsReader(String pid, EventLog events) {
        this.pid = pid;
        this.events = events;
    }

    CategorizerSettings read(CategorizerConfig c, CategorizerSettings last) {
        return new CategorizerSettings(domains("authoritativeDomains", c.authoritativeDomains()),
                Set.copyOf(domains("sharedDomains", c.sharedDomains())),
                range("recipientLimit", c.recipientLimit(), 0, last.recipientLimit()),
                range("maxMembers", c.maxMembers(), 1, last.maxMembers()),
                text("localAgent", c.localAgent().trim(), Pattern.compile("[\\w-]{1,64}").asMatchPredicate(),
                        "1 to 64 letters, digits, - and _", last.localAgent()),
                text("subaddressSeparator", c.subaddressSeparator().trim(), Pattern.compile("[+\\-=_#!~]{0,3}").asMatchPredicate(),
                        "up to 3 characters of + - = _ # ! ~", last.subaddressSeparator()),
                postmaster(c.postmaster().trim(), last.postmaster()));
    }

    private List<String> domains(String key, String[] values) {
        return Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(","))).map(String::trim)
                .filter(name -> !name.isEmpty()).map(name -> name.toLowerCase(Locale.ROOT)).filter(name -> isDomain(key, name))
                .distinct().toList();
    }

    private boolean isDomain(String key, String name) {
        boolean good = name.length() <= DOMAIN_LENGTH && DOMAIN.matcher(name).matches();
        return good || refuse(key, name, "a domain name", false);
    }

    private int range(String key, int value, int min, int last) {
        return value >= min && value <= MILLION ? value : refuse(key, value, min + " to " + MILLION, last);
    }

    private String text(String key, String value, Predicate<String> good, String allowed, String last) {
        return good.test(value) ? value : refuse(key, value, allowed, last);
    }

    private Optional<Address> postmaster(String text, Optional<Address> last) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return AddressFormat.parse(text, true) instanceof Parsed.Ok<Address> ok ? Optional.of(ok.value())
                : refuse("postmaster", text, "an address, or empty", last);
    }

    private <T> T refuse(String key, Object value, String allowed, T last) {
        events.report(CategorizerEvent.BAD_CONFIGURATION, pid, key, value, allowed);
        return last;
    }
}
