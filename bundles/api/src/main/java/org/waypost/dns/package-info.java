/**
 * Name lookups as mail needs them.
 */
@Export
@Version("1.0.0")
package org.waypost.dns;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
