package org.waypost.smtp.client.session;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waypost.delivery.Delivery;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.Xtext;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * A delivery as numbered commands for a server of given capabilities: MAIL, one RCPT for each target,
 * then DATA or, if it is chunked, BDAT.
 */
final class Envelope {
    private final Delivery delivery;
    private final Message message;
    private final Capabilities offered;
    private final boolean chunked;

    /** @param chunking whether BDAT is used where it is offered; a binary message needs it anyway */
    Envelope(Delivery delivery, Capabilities offered, boolean chunking) {
        this.delivery = delivery;
        this.message = delivery.message();
        this.offered = offered;
        this.chunked = offered.has("CHUNKING") && (chunking || isBinary());
    }

    /** Whether the content goes out as one chunk (RFC 3030). */
    boolean isChunked() {
        return chunked;
    }

    /** The number of the last RCPT, which is that of targets. */
    int lastRcpt() {
        return delivery.targets().size();
    }

    /** A command with its line end; {@code lastRcpt() + 1} is the last one. */
    String command(int number) {
        if (number == 0) {
            return mail();
        } else if (number <= lastRcpt()) {
            return rcpt(number - 1);
        }
        return chunked ? "BDAT " + delivery.content().size() + " LAST\r\n" : "DATA\r\n";
    }

    /** What is waited for after a command; the reply to the content is one number further than DATA. */
    ClientStep step(int number) {
        if (number == 0) {
            return ClientStep.MAIL;
        } else if (number <= lastRcpt()) {
            return ClientStep.RCPT;
        }
        return number == lastRcpt() + 1 && !chunked ? ClientStep.DATA : ClientStep.END_OF_DATA;
    }

    /** Why this server cannot take the message, whatever it would answer. */
    Optional<Trouble> obstacle(String remote) {
        if (needsUtf8() && !offered.has("SMTPUTF8")) {
            return Optional.of(Trouble.of("5.6.7", remote + " does not offer SMTPUTF8, which the message needs"));
        }
        if (isBinary() && !(offered.has("BINARYMIME") && offered.has("CHUNKING"))) {
            return Optional.of(Trouble.of("5.6.3", remote + " does not offer BINARYMIME, which the message needs"));
        }
        if (offered.maxSize() > 0 && message.size() > offered.maxSize()) {
            return Optional.of(Trouble.of("5.3.4", "the message has " + message.size() + " octets, " + remote
                    + " takes " + offered.maxSize()));
        }
        return Optional.empty();
    }

    private boolean isBinary() {
        return message.body() == BodyType.BINARY_MIME;
    }

    /** Content of 8 bits goes to a server without 8BITMIME as it is, undeclared. */
    private String mail() {
        StringBuilder line = new StringBuilder(160).append("MAIL FROM:<")
                .append(message.sender().map(AddressFormat::write).orElse("")).append('>');
        if (offered.has("SIZE")) {
            line.append(" SIZE=").append(message.size());
        }
        if (isBinary() || message.body() == BodyType.EIGHT_BIT_MIME && offered.has("8BITMIME")) {
            line.append(" BODY=").append(message.body().keyword());
        }
        if (needsUtf8()) {
            line.append(" SMTPUTF8");
        }
        if (offered.has("DSN")) {
            message.returnContent().ifPresent(ret -> line.append(" RET=").append(ret));
            message.envelopeId().ifPresent(id -> line.append(" ENVID=").append(Xtext.encode(id)));
        }
        return line.append("\r\n").toString();
    }

    private String rcpt(int index) {
        Recipient recipient = delivery.targets().get(index).recipient();
        StringBuilder line = new StringBuilder(80).append("RCPT TO:<")
                .append(AddressFormat.write(recipient.address())).append('>');
        if (offered.has("DSN")) {
            if (!recipient.notifyOn().isEmpty()) {
                line.append(" NOTIFY=").append(new TreeSet<>(recipient.notifyOn()).stream()
                        .map(Enum::name).collect(Collectors.joining(",")));
            }
            recipient.original().ifPresent(original -> line.append(" ORCPT=").append(orcpt(original)));
        }
        return line.append("\r\n").toString();
    }

    private static String orcpt(String original) {
        int semicolon = original.indexOf(';');
        return original.substring(0, semicolon + 1) + Xtext.encode(original.substring(semicolon + 1));
    }

    private boolean needsUtf8() {
        return message.international() || message.sender().filter(Address::isInternational).isPresent()
                || delivery.targets().stream().anyMatch(target -> target.recipient().address().isInternational());
    }
}
