/**
 * Outbound SMTP (RFC 5321, with 1870, 2034, 2920, 3030, 3207, 3461, 4954, 6152, 6531,
 * 7505): the delivery agent {@code smtp}.
 *
 * <p>{@link org.waypost.smtp.client.SmtpAgent} takes deliveries; an
 * {@link org.waypost.smtp.client.Attempt} carries one of them through: an idle connection if there is
 * one, else the targets of its next hop one after the other. Where targets come from is in
 * {@code target}, what is said on a connection is in {@code session}. Idle connections are kept by the
 * transport, with the data the next version of this bundle needs to go on with them.
 */
package org.waypost.smtp.client;
