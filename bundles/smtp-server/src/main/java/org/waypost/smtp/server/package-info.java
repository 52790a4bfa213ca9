/**
 * The receiving side of SMTP: one {@link org.waypost.smtp.server.VirtualServer} per factory
 * configuration {@code org.waypost.smtp.server}, each a {@code Protocol} of the transport.
 *
 * <p>{@code session} holds what a client has told so far and drives it by a table of verbs; each verb
 * is a class of {@code command}. {@code content} takes in what follows DATA and BDAT, in memory or
 * streamed to the spool. {@code authentication} has passwords checked and counts failures. {@code settings}
 * are plain records; {@code component} alone knows OSGi.
 * A conversation at rest becomes plain data and goes on in the next version of this bundle.
 *
 * <p>RFC 5321, 1870 (SIZE), 2034, 2920 (PIPELINING), 3030 (CHUNKING, BINARYMIME), 3207 (STARTTLS),
 * 3461 (DSN), 4616 (PLAIN), 4954 (AUTH), 6152 (8BITMIME), 6409 (submission), 6531 (SMTPUTF8).
 */
package org.waypost.smtp.server;
