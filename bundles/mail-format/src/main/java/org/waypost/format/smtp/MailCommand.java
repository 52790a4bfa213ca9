package org.waypost.format.smtp;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waypost.mail.Address;

/**
 * The MAIL command (RFC 5321 4.1.1.2).
 *
 * @param sender the reverse-path; empty for the null reverse-path
 * @param parameters keywords in upper case, each once; the value is "" where none was given
 */
public record MailCommand(Optional<Address> sender, Map<String, String> parameters) {
    public MailCommand {
        Objects.requireNonNull(sender);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads what stands behind the verb. Spaces between the colon and the path are tolerated, as
     * every server does.
     *
     * @param argument such as {@code FROM:<a@example.com> SIZE=1000}
     * @param international whether the address and the values may go beyond ASCII
     */
    public static Parsed<MailCommand> parse(String argument, boolean international) {
        int start = PathStart.of(argument, "FROM:");
        if (start < 0) {
            return new Parsed.Bad<>("Syntax: MAIL FROM:<address>");
        }
        AddressScanner scanner = new AddressScanner(argument, start, international);
        Optional<Address> sender = Optional.empty();
        if (!scanner.nullPath()) {
            if (!scanner.path()) {
                return new Parsed.Bad<>(scanner.problem());
            }
            if (scanner.isBare()) {
                return new Parsed.Bad<>("Address has no domain");
            }
            sender = Optional.of(scanner.address());
        }
        Optional<Address> reversePath = sender;
        return ParameterScanner.parse(argument, scanner.position(), international)
                .map(parameters -> new MailCommand(reversePath, parameters));
    }
}
