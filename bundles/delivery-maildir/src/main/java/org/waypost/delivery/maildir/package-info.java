/**
 * Delivery into Maildirs (https://cr.yp.to/proto/maildir.html) by the delivery agent {@code maildir}, and the local
 * recipients behind it.
 *
 * <p>{@link org.waypost.delivery.maildir.MaildirAgent} takes deliveries; each becomes a
 * {@link org.waypost.delivery.maildir.Drop}, which reads the content asynchronously and does its file work on the
 * bundle's own threads: a file in {@code tmp}, synced, renamed into {@code new}, whose folder is synced by
 * {@link org.waypost.delivery.maildir.FolderSync} for all deliveries that wait for it. Only then is a recipient
 * delivered. Disk operations go through {@link org.waypost.delivery.maildir.Disk}.
 */
package org.waypost.delivery.maildir;
