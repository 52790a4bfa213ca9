/**
 * Delivery agents, which carry a message to its next hop, and what became of each recipient.
 */
@Export
@Version("1.1.0")
package org.waypost.delivery;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
