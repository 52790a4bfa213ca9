package org.waypost.format.smtp;

import java.util.Map;
import java.util.Objects;
import org.waypost.mail.Address;

/**
 * The RCPT command (RFC 5321 4.1.1.3).
 *
 * @param recipient the forward-path without its source route; its domain is empty for the bare Postmaster
 * @param parameters keywords in upper case, each once; the value is "" where none was given
 */
public record RcptCommand(Address recipient, Map<String, String> parameters) {
    public RcptCommand {
        Objects.requireNonNull(recipient);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads what stands behind the verb, as {@link MailCommand#parse} does.
     *
     * @param argument such as {@code TO:<a@example.com> NOTIFY=NEVER}
     * @param international whether the address and the values may go beyond ASCII
     */
    public static Parsed<RcptCommand> parse(String argument, boolean international) {
        int start = PathStart.of(argument, "TO:");
        if (start < 0) {
            return new Parsed.Bad<>("Syntax: RCPT TO:<address>");
        }
        AddressScanner scanner = new AddressScanner(argument, start, international);
        if (!scanner.path()) {
            return new Parsed.Bad<>(scanner.problem());
        }
        return ParameterScanner.parse(argument, scanner.position(), international)
                .map(parameters -> new RcptCommand(scanner.address(), parameters));
    }
}
