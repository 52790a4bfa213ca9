/**
 * The categorizer, which decides for each recipient who it really is: local, remote, a group, unknown.
 */
@Export
@Version("1.0.0")
package org.waypost.categorizer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
