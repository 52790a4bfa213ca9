package org.waypost.smtp.server.session;

import java.util.Objects;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ReturnContent;

/**
 * What MAIL said.
 *
 * @param sender the reverse-path; empty for the null reverse-path
 * @param body what the message needs of a transport
 * @param international whether SMTPUTF8 was given
 * @param returnContent RET, if given
 * @param envelopeId ENVID, decoded, if given
 */
public record Envelope(Optional<Address> sender, BodyType body, boolean international, Optional<ReturnContent> returnContent,
        Optional<String> envelopeId) {
    public Envelope {
        Objects.requireNonNull(sender);
        Objects.requireNonNull(body);
        Objects.requireNonNull(returnContent);
        Objects.requireNonNull(envelopeId);
    }
}
