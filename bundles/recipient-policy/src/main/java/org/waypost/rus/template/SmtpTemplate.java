package org.waypost.rus.template;

import java.util.List;

/** {@code SMTP:%g.%s@example.com}. @param domain in lower case */
public record SmtpTemplate(boolean isPrimary, UserFormat user, String domain) implements AddressTemplate {
    @Override
    public String type() {
        return "smtp";
    }

    @Override
    public Series series(Names names) {
        String local = user.format(names);
        if (!local.isEmpty()) {
            return series(local, List.of());
        }
        String alias = UserFormat.ALIAS.format(names);
        return alias.isEmpty()
                ? new Series(type(), number -> "", List.of("neither the names nor the alias have a character that an address may have"))
                : series(alias, List.of("the names give nothing for @" + domain + ": the alias is taken"));
    }

    private Series series(String local, List<String> notes) {
        return new Series(type(), number -> LocalPart.numbered(local, number) + "@" + domain, notes);
    }
}
