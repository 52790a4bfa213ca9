package org.waypost.smtp.server.command;

import java.util.Map;
import java.util.Optional;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.Parsed;
import org.waypost.format.smtp.Xtext;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ReturnContent;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Envelope;
import org.waypost.smtp.server.session.Verdict;
import org.waypost.smtp.server.settings.ServerSettings;

/** Reads the parameters of MAIL: SIZE, BODY, SMTPUTF8, RET, ENVID, AUTH. */
final class MailParameters {
    /** RFC 3461 4.4. */
    private static final int MAX_ENVELOPE_ID = 100;
    /** RFC 1870 6: up to 20 digits; what has more than 18 is larger than any message. */
    private static final int MAX_SIZE_DIGITS = 20;

    private final long maxSize;
    private final boolean authentication;
    private BodyType body = BodyType.SEVEN_BIT;
    private boolean international;
    private Optional<ReturnContent> returnContent = Optional.empty();
    private Optional<String> envelopeId = Optional.empty();

    MailParameters(ServerSettings settings) {
        this.maxSize = settings.limits().messageSize();
        this.authentication = !settings.authentication().isOff();
    }

    /** The answer to the first parameter that is wrong, if any. */
    Optional<Answer> read(Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            Optional<Answer> wrong = read(parameter.getKey(), parameter.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> read(String keyword, String value) {
        return switch (keyword) {
            case "SIZE" -> size(value);
            case "BODY" -> body(value);
            case "SMTPUTF8" -> international(value);
            case "RET" -> returnContent(value);
            case "ENVID" -> envelopeId(value);
            case "AUTH" -> authentication(value);
            default -> Optional.of(Parameters.UNKNOWN);
        };
    }

    private Optional<Answer> size(String value) {
        if (value.isEmpty() || value.length() > MAX_SIZE_DIGITS || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Parameters.bad("SIZE"));
        }
        boolean tooLarge = value.length() > 18 || Long.parseLong(value) > maxSize;
        return tooLarge ? Optional.of(Verdict.TOO_LARGE) : Optional.empty();
    }

    private Optional<Answer> body(String value) {
        for (BodyType type : BodyType.values()) {
            if (type.keyword().equalsIgnoreCase(value)) {
                body = type;
                return Optional.empty();
            }
        }
        return Optional.of(Parameters.bad("BODY"));
    }

    private Optional<Answer> international(String value) {
        international = true;
        return value.isEmpty() ? Optional.empty() : Optional.of(Parameters.bad("SMTPUTF8"));
    }

    private Optional<Answer> returnContent(String value) {
        for (ReturnContent content : ReturnContent.values()) {
            if (content.name().equalsIgnoreCase(value)) {
                returnContent = Optional.of(content);
                return Optional.empty();
            }
        }
        return Optional.of(Parameters.bad("RET"));
    }

    private Optional<Answer> envelopeId(String value) {
        envelopeId = value.length() > MAX_ENVELOPE_ID ? Optional.empty() : Xtext.decode(value).filter(id -> !id.isEmpty());
        return envelopeId.isPresent() ? Optional.empty() : Optional.of(Parameters.bad("ENVID"));
    }

    /** Whom a peer says the message is of (RFC 4954 5): looked at, not believed, so as if it were {@code <>}. */
    private Optional<Answer> authentication(String value) {
        if (!authentication) {
            return Optional.of(Parameters.UNKNOWN);
        }
        boolean right = value.equals("<>") || Xtext.decode(value)
                .filter(mailbox -> AddressFormat.parse(mailbox, true) instanceof Parsed.Ok<Address>).isPresent();
        return right ? Optional.empty() : Optional.of(Parameters.bad("AUTH"));
    }

    Envelope envelope(Optional<Address> sender) {
        return new Envelope(sender, body, international, returnContent, envelopeId);
    }
}
