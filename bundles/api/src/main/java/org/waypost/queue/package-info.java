/**
 * The advanced queuing engine, as seen from outside: queues, their states and what may be done to them.
 */
@Export
@Version("1.0.0")
package org.waypost.queue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
