/**
 * The header of a message, as far as a transport reads and writes it (RFC 5322, RFC 5321 4.4). It is
 * never parsed as a whole: {@link org.waypost.format.message.HeaderScanner} looks at the bytes as they
 * pass. Text from outside is made harmless before it is written into a field.
 */
@Export
@Version("1.0.0")
package org.waypost.format.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
