/**
 * The organization's LDAP directory: searches, recipients by address, conditional writes, change notification.
 */
@Export
@Version("1.0.0")
package org.waypost.directory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
