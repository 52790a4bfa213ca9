package org.waypost.rus.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.format.smtp.Parsed;

/** Reads a value of {@code gatewayProxy}. */
public final class TemplateParser {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern X400_PART = Pattern.compile("(?i)(c|a|p|o|ou[1-4]|q|dda:[^=;]+)=[^=;]*");

    private TemplateParser() {}

    /** The template; nothing if it is of a type that Waypost does not make addresses of. */
    public static Parsed<Optional<AddressTemplate>> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            return new Parsed.Bad<>("it has no type, such as SMTP:");
        }
        String type = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        boolean primary = type.equals(type.toUpperCase(Locale.ROOT));
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "smtp" -> smtp(primary, rest);
            case "x400" -> x400(primary, rest);
            default -> new Parsed.Ok<>(Optional.empty());
        };
    }

    /** A domain as {@code example.com} or {@code SMTP:@example.com}, in lower case. */
    public static Parsed<String> domain(String text) {
        String domain = text.substring(text.lastIndexOf('@') + 1).strip();
        return DOMAIN.matcher(domain).matches() ? new Parsed.Ok<>(domain.toLowerCase(Locale.ROOT)) : new Parsed.Bad<>("\"" + domain + "\" is no domain");
    }

    private static Parsed<Optional<AddressTemplate>> smtp(boolean primary, String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new Parsed.Bad<>("it has no @");
        }
        Parsed<String> domain = domain(text);
        Parsed<UserFormat> user = at == 0 ? new Parsed.Ok<>(UserFormat.ALIAS) : UserFormat.parse(text.substring(0, at));
        if (domain instanceof Parsed.Bad<String> bad) {
            return new Parsed.Bad<>(bad.reason());
        }
        if (user instanceof Parsed.Bad<UserFormat> bad) {
            return new Parsed.Bad<>(bad.reason());
        }
        return new Parsed.Ok<>(Optional.of(new SmtpTemplate(primary, ((Parsed.Ok<UserFormat>) user).value(), ((Parsed.Ok<String>) domain).value())));
    }

    private static Parsed<Optional<AddressTemplate>> x400(boolean primary, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!X400_PART.matcher(part).matches()) {
                return new Parsed.Bad<>("\"" + part + "\" is no part of an X.400 address such as c=us");
            }
            parts.add(part);
        }
        return new Parsed.Ok<>(Optional.of(new X400Template(primary, String.join(";", parts) + ";")));
    }
}
