package org.waypost.ds2mb.mapping;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a connector is for: {@code TYPE:SPACE;COST}, such as {@code SMTP:*.example.net;10}.
 *
 * @param type in upper case
 * @param space as the directory has it
 * @param cost 1 to 100, 1 if none is named
 */
record AddressSpace(String type, String space, int cost) {
    static final String ATTRIBUTE = "routingList";
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{1,32}):(.*?)(?:;(\\d{1,9}))?");
    private static final String ALL = "*";

    /** @throws IllegalArgumentException that names the value and what is allowed */
    static AddressSpace parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(ATTRIBUTE + ": \"" + text + "\" is no address space: it must be TYPE:SPACE;COST");
        }
        int cost = form.group(3) == null ? 1 : (int) Values.number(ATTRIBUTE + ": the cost of " + text, form.group(3), 1, 100);
        AddressSpace parsed = new AddressSpace(form.group(1).toUpperCase(Locale.ROOT), form.group(2), cost);
        if (parsed.isSmtp()) {
            parsed.route();
        }
        return parsed;
    }

    boolean isSmtp() {
        return type.equals("SMTP");
    }

    /** As a route names it: {@code *}, a domain, or {@code .DOMAIN} for all below it. */
    String route() {
        String domain = space.startsWith("@") ? space.substring(1) : space;
        if (domain.equals(ALL)) {
            return ALL;
        }
        return domain.startsWith("*.") ? "." + Domains.required(ATTRIBUTE, domain.substring(2)) : Domains.required(ATTRIBUTE, domain);
    }

    @Override
    public String toString() {
        return type + ":" + space + ";" + cost;
    }
}
