/**
 * What is counted where it happens, to be read by a monitoring system.
 */
@Export
@Version("1.1.0")
package org.waypost.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
