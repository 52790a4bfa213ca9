/**
 * Local recipients from two text files: {@code users}, one mailbox a line, and {@code aliases} as Postfix
 * writes them. {@link org.waypost.delivery.maildir.recipients.RecipientFiles} reads and watches the files,
 * the parsers turn lines into entries and problems, and
 * {@link org.waypost.delivery.maildir.recipients.RecipientTableBuilder} makes the immutable
 * {@link org.waypost.delivery.maildir.recipients.RecipientTable} in which resolving is a map lookup.
 */
package org.waypost.delivery.maildir.recipients;
