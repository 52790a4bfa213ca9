/**
 * The replication of the directory's configuration to the metabase, "DS2MB".
 */
@Export
@Version("1.0.0")
package org.waypost.replication;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
