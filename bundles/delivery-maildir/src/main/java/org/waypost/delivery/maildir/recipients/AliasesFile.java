package org.waypost.delivery.maildir.recipients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;

/**
 * The aliases file, in the form of Postfix's aliases(5): {@code name: target, target}, where a target is an
 * address or a local name. Commands, files and includes are refused: an alias never runs or opens anything.
 *
 * @param aliases by {@linkplain Keys key}, in the order of the file
 * @param problems lines that were skipped, in whole or in part
 */
record AliasesFile(Map<String, Entry> aliases, List<Problem> problems) {
    static final AliasesFile EMPTY = new AliasesFile(Map.of(), List.of());

    /**
     * @param line where it stands
     * @param targets addresses, with the domain "" for a local name; at least one
     */
    record Entry(int line, List<Address> targets) {}

    static AliasesFile parse(String content) {
        return new Parser().parse(content);
    }

    private static final class Parser {
        private final Map<String, Entry> aliases = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        AliasesFile parse(String content) {
            for (Line line : Line.continued(content)) {
                int colon = line.text().indexOf(':');
                String name = colon < 0 ? "" : line.text().substring(0, colon).strip();
                if (name.isEmpty()) {
                    problem(line, "is not of the form \"name: target, target\"");
                } else if (Keys.parse(name) instanceof Parsed.Ok<Address> ok) {
                    add(line, Keys.of(ok.value()), line.text().substring(colon + 1));
                } else {
                    problem(line, "\"" + name + "\" is no address or local name");
                }
            }
            return new AliasesFile(aliases, problems);
        }

        private void add(Line line, String key, String list) {
            if (aliases.containsKey(key)) {
                problem(line, "\"" + key + "\" stands on an earlier line already");
                return;
            }
            List<Address> targets = new ArrayList<>();
            for (String part : list.split(",")) {
                String target = part.strip();
                if (!target.isEmpty()) {
                    addTarget(line, target, targets);
                }
            }
            if (targets.isEmpty()) {
                problem(line, "\"" + key + "\" is left without a target");
            } else {
                aliases.put(key, new Entry(line.number(), List.copyOf(targets)));
            }
        }

        private void addTarget(Line line, String target, List<Address> targets) {
            if (target.startsWith("|") || target.startsWith("\"|") || target.startsWith("/") || target.startsWith("\"/")
                    || target.startsWith(":include:")) {
                problem(line, "commands, files and includes are not allowed as targets: \"" + target + "\"");
                return;
            }
            if (Keys.parse(target) instanceof Parsed.Ok<Address> ok) {
                targets.add(ok.value());
            } else {
                problem(line, "\"" + target + "\" is no address or local name");
            }
        }

        private void problem(Line line, String reason) {
            problems.add(new Problem(line.number(), reason));
        }
    }
}
