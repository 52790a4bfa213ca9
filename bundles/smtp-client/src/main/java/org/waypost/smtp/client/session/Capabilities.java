package org.waypost.smtp.client.session;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.waypost.mail.Reply;

/**
 * What a server offers.
 *
 * @param lines the keywords with their parameters in upper case, as EHLO gave them
 * @param keywords the first word of each line
 * @param maxSize of a message in octets; 0 if it names none (RFC 1870)
 * @param mechanisms of AUTH
 */
public record Capabilities(List<String> lines, Set<String> keywords, long maxSize, Set<String> mechanisms) {
    /** Some servers still write "AUTH=LOGIN", the form before RFC 2554. */
    private static final Pattern SEPARATOR = Pattern.compile("[ =]+");
    private static final Pattern SIZE = Pattern.compile("\\d{1,18}");
    /** Of a server that knows HELO only. */
    static final Capabilities NONE = of(List.of());

    /** From the reply to EHLO, whose first line is a greeting (RFC 5321 4.1.1.1). */
    static Capabilities of(Reply ehlo) {
        return of(ehlo.text().stream().skip(1).map(line -> line.trim().toUpperCase(Locale.ROOT)).toList());
    }

    /** From {@link #lines()}. */
    static Capabilities of(List<String> lines) {
        Set<String> keywords = new HashSet<>();
        Set<String> mechanisms = new HashSet<>();
        long maxSize = 0;
        for (String line : lines) {
            String[] words = SEPARATOR.split(line);
            keywords.add(words[0]);
            if (words[0].equals("SIZE") && words.length > 1) {
                maxSize = size(words[1]);
            } else if (words[0].equals("AUTH")) {
                mechanisms.addAll(List.of(words).subList(1, words.length));
            }
        }
        return new Capabilities(List.copyOf(lines), Set.copyOf(keywords), maxSize, Set.copyOf(mechanisms));
    }

    boolean has(String keyword) {
        return keywords.contains(keyword);
    }

    private static long size(String digits) {
        return SIZE.matcher(digits).matches() ? Long.parseLong(digits) : 0;
    }
}
