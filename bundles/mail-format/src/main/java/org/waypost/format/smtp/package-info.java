/**
 * The grammar of SMTP, as pure functions: command lines, paths and parameters, addresses, replies,
 * xtext (RFC 5321, 6531, 3461). What does not parse is a {@link org.waypost.format.smtp.Parsed.Bad}
 * with a reason that may be shown to the peer; nothing here throws on any input. All values are
 * immutable and all functions may be called from any thread; only {@link
 * org.waypost.format.smtp.ReplyReader} keeps state.
 *
 * <p>Null is neither taken nor returned. International text (RFC 6531) is accepted only where the
 * caller says that SMTPUTF8 is in force.
 */
@Export
@Version("1.0.0")
package org.waypost.format.smtp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
