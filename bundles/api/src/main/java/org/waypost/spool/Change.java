package org.waypost.spool;

import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;

/** One change of the spool; several are applied together or not at all. */
public sealed interface Change {
    /** A new message, such as a DSN that takes the place of the recipients removed with it. */
    record Accept(NewMessage message) implements Change {}

    /** A recipient's row is written, new or over the old one. */
    record Put(MessageId message, Recipient recipient) implements Change {}

    /** A recipient is done. */
    record Remove(MessageId message, int recipient) implements Change {}

    /** A message is done, with all its recipients; its content goes when no other message shares it. */
    record RemoveMessage(MessageId message) implements Change {}
}
