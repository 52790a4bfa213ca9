/**
 * This server's own copy of its configuration: keys and typed properties in a tree.
 */
@Export
@Version("1.0.0")
package org.waypost.metabase;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
