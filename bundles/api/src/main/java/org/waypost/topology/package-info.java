/**
 * How the organization is laid out for routing: routing groups, their servers and connectors. Values only.
 */
@Export
@Version("1.0.0")
package org.waypost.topology;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
