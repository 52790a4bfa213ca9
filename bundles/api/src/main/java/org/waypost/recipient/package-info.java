/**
 * Local recipients: mailboxes and aliases of the local domains.
 */
@Export
@Version("1.0.0")
package org.waypost.recipient;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
