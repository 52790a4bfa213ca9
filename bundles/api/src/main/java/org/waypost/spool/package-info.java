/**
 * The durable message store: immutable content, a row per message and a row per recipient.
 */
@Export
@Version("1.0.0")
package org.waypost.spool;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
