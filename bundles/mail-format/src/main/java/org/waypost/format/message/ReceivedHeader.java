package org.waypost.format.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.text.Characters;
import org.waypost.mail.Address;

/**
 * The trace field that a server puts before each message it takes (RFC 5321 4.4).
 *
 * @param heloName as the peer gave it, whatever that is
 * @param remoteAddress the peer's IP address, without port
 * @param remoteName the name found for the address, if any
 * @param hostName this server's name
 * @param protocol as registered: SMTP, ESMTPS, UTF8SMTPSA, ...
 * @param id the queue id
 * @param forRecipient the recipient, if there is exactly one
 * @param tls the IANA (and JSSE) name of the cipher suite, if the connection is secured (RFC 8314 4.3)
 * @param time of acceptance
 */
public record ReceivedHeader(String heloName, String remoteAddress, Optional<String> remoteName, String hostName,
        String protocol, String id, Optional<Address> forRecipient, Optional<String> tls, Instant time) {
    private static final String FOLD = "\r\n\t";
    private static final int MAX_NAME = 255;

    public ReceivedHeader {
        Objects.requireNonNull(heloName);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(remoteName);
        Objects.requireNonNull(hostName);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(id);
        Objects.requireNonNull(forRecipient);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(time);
    }

    /**
     * The field, folded, with its last CRLF. What may not stand in it becomes {@code ?}; a recipient that
     * may not stand in it (international, without a UTF8 protocol) is left out.
     */
    public String format() {
        StringBuilder out = new StringBuilder(256).append("Received: from ");
        String literal = literal();
        out.append(heloName.isEmpty() ? literal : word(heloName)).append(" (");
        remoteName.ifPresent(name -> out.append(word(name)).append(' '));
        out.append(literal).append(')').append(FOLD);
        out.append("by ").append(word(hostName)).append(" with ").append(word(protocol)).append(" id ").append(word(id));
        forRecipient.filter(this::isWritable)
                .ifPresent(to -> out.append(FOLD).append("for <").append(AddressFormat.write(to)).append('>'));
        tls.ifPresent(suite -> out.append(FOLD).append("tls ").append(word(suite)));
        return out.append(';').append(FOLD).append(MailDate.format(time)).append("\r\n").toString();
    }

    private String literal() {
        String address = word(remoteAddress);
        return address.indexOf(':') < 0 ? "[" + address + "]" : "[IPv6:" + address + "]";
    }

    private boolean isInternational() {
        return protocol.regionMatches(true, 0, "UTF8", 0, 4);
    }

    private boolean isWritable(Address recipient) {
        return isInternational() || !recipient.isInternational();
    }

    /** One word that neither ends the clause nor opens a comment, so that a peer's name cannot forge a trace. */
    private String word(String text) {
        String line = isInternational() ? Characters.oneLine(text) : Characters.asciiLine(text);
        int end = Math.min(line.length(), MAX_NAME);
        StringBuilder word = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            word.append(isWordPart(line.charAt(i)) ? line.charAt(i) : '?');
        }
        return word.toString();
    }

    private static boolean isWordPart(int c) {
        return c >= 0x80 || Characters.isLetterOrDigit(c) || ".-_:[]+".indexOf(c) >= 0;
    }
}
