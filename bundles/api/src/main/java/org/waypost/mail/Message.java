package org.waypost.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An accepted message without its recipients. Never changes.
 *
 * @param id its queue id
 * @param content where its content is kept
 * @param size of the content in octets
 * @param sender the reverse-path; empty for the null reverse-path
 * @param arrived when it was accepted
 * @param body what its body needs
 * @param international whether it needs SMTPUTF8
 * @param returnContent the RET parameter, if given
 * @param envelopeId the ENVID parameter, decoded, if given
 * @param origin where it came from
 */
public record Message(MessageId id, ContentId content, long size, Optional<Address> sender, Instant arrived, BodyType body,
        boolean international, Optional<ReturnContent> returnContent, Optional<String> envelopeId, Origin origin) {
    public Message {
        Objects.requireNonNull(id);
        Objects.requireNonNull(content);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(arrived);
        Objects.requireNonNull(body);
        Objects.requireNonNull(returnContent);
        Objects.requireNonNull(envelopeId);
        Objects.requireNonNull(origin);
    }

    /** Who sent it in the first place, whatever its reverse-path is now; empty for the null reverse-path. */
    public Optional<Address> originator() {
        String before = origin.originator();
        if (before.isEmpty()) {
            return sender;
        }
        return before.equals("<>") ? Optional.empty() : Optional.of(Address.of(before.substring(1, before.length() - 1)));
    }
}
