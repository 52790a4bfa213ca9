package org.waypost.delivery.maildir.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waypost.delivery.maildir.MailboxName;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;

/**
 * The users file: {@code alice} (in every local domain) or {@code alice@example.com} a line, and in an
 * optional second column the mailbox, which is the local part otherwise.
 *
 * @param mailboxes by {@linkplain Keys key}
 * @param problems lines that were skipped
 */
record UsersFile(Map<String, String> mailboxes, List<Problem> problems) {
    static final UsersFile EMPTY = new UsersFile(Map.of(), List.of());

    static UsersFile parse(String content) {
        return new Parser().parse(content);
    }

    private static final class Parser {
        private final Map<String, String> mailboxes = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, String> ownerByDefault = new HashMap<>();

        UsersFile parse(String content) {
            for (Line line : Line.plain(content)) {
                String[] columns = line.text().split("\\s+");
                if (columns.length > 2) {
                    problem(line, "has more than the two columns address and mailbox");
                } else {
                    addUser(line, columns[0], columns.length == 2 ? columns[1] : "");
                }
            }
            return new UsersFile(mailboxes, problems);
        }

        private void addUser(Line line, String name, String mailbox) {
            if (Keys.parse(name) instanceof Parsed.Ok<Address> ok) {
                add(line, Keys.of(ok.value()), mailbox);
            } else {
                problem(line, "\"" + name + "\" is no address or local name");
            }
        }

        private void add(Line line, String key, String named) {
            String mailbox = named.isEmpty() ? Keys.local(key) : named;
            if (!MailboxName.isValid(mailbox)) {
                problem(line, "\"" + mailbox + "\" cannot name a mailbox (letters, digits, \".\", \"_\" and \"-\", no dot"
                        + " first); name one in the second column");
            } else if (mailboxes.containsKey(key)) {
                problem(line, "\"" + key + "\" stands on an earlier line already");
            } else if (named.isEmpty() && ownerByDefault.putIfAbsent(mailbox, key) != null) {
                problem(line, "the mailbox \"" + mailbox + "\" belongs to \"" + ownerByDefault.get(mailbox)
                        + "\"; name another one in the second column, or the same one to share it");
            } else {
                mailboxes.put(key, mailbox);
            }
        }

        private void problem(Line line, String reason) {
            problems.add(new Problem(line.number(), reason));
        }
    }
}
