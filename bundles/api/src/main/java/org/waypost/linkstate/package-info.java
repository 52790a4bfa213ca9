/**
 * Link state: the one picture of the organization that all servers agree on, and who belongs to it.
 */
@Export
@Version("1.0.0")
package org.waypost.linkstate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
