/** Words of sentences that people read: events, answers, reasons. */
@Export
@Version("1.0.0")
package org.waypost.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
