/**
 * Delivery status notifications (RFC 3464, 6522, and 6533 for international ones) as bytes, from a
 * {@link org.waypost.format.dsn.DsnReport} that holds all they say. The returned message is not held:
 * {@link org.waypost.format.dsn.Dsn} is what stands before and behind it. Whatever a remote server,
 * a peer or an address contributed is made harmless here, in the one place that writes it.
 */
@Export
@Version("1.0.0")
package org.waypost.format.dsn;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
