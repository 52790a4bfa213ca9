/**
 * Message tracking: what happened to each message, recorded as it happens and found again.
 */
@Export
@Version("1.0.0")
package org.waypost.tracking;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
