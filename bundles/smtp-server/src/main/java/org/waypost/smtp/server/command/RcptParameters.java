package org.waypost.smtp.server.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.format.smtp.Xtext;
import org.waypost.mail.Notify;
import org.waypost.smtp.server.session.Answer;

/** Reads the parameters of RCPT: NOTIFY, ORCPT (RFC 3461 4.1, 4.2; RFC 6533 3). */
final class RcptParameters {
    private static final int MAX_ORIGINAL = 500;

    private Set<Notify> notifyOn = Set.of();
    private Optional<String> original = Optional.empty();

    Set<Notify> notifyOn() {
        return notifyOn;
    }

    Optional<String> original() {
        return original;
    }

    /** The answer to the first parameter that is wrong, if any. */
    Optional<Answer> read(Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            boolean right = switch (parameter.getKey()) {
                case "NOTIFY" -> notifyOn(parameter.getValue());
                case "ORCPT" -> original(parameter.getValue());
                default -> false;
            };
            if (!right) {
                boolean known = parameter.getKey().equals("NOTIFY") || parameter.getKey().equals("ORCPT");
                return Optional.of(known ? Parameters.bad(parameter.getKey()) : Parameters.UNKNOWN);
            }
        }
        return Optional.empty();
    }

    private boolean notifyOn(String value) {
        Set<Notify> wanted = EnumSet.noneOf(Notify.class);
        for (String word : value.toUpperCase(Locale.ROOT).split(",", -1)) {
            Optional<Notify> one = named(word);
            if (one.isEmpty() || !wanted.add(one.get())) {
                return false;
            }
        }
        notifyOn = wanted;
        return !wanted.contains(Notify.NEVER) || wanted.size() == 1;
    }

    private static Optional<Notify> named(String word) {
        for (Notify one : Notify.values()) {
            if (one.name().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private boolean original(String value) {
        int semicolon = value.indexOf(';');
        if (semicolon < 1 || value.length() > MAX_ORIGINAL || semicolon == value.length() - 1) {
            return false;
        }
        String type = value.substring(0, semicolon);
        String address = value.substring(semicolon + 1);
        // The utf-8 type has an encoding of its own, which a report repeats as it came.
        Optional<String> decoded = type.equalsIgnoreCase("utf-8") ? Optional.of(address) : Xtext.decode(address);
        original = decoded.map(text -> type + ";" + text);
        return original.isPresent() && type.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'));
    }
}
