/**
 * The router, which finds the next hop of a recipient, and why.
 */
@Export
@Version("1.0.0")
package org.waypost.routing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
