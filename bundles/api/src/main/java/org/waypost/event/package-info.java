/**
 * The event log: catalogued events and the outcome line of each recipient.
 */
@Export
@Version("1.0.0")
package org.waypost.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
