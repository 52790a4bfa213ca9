/**
 * What other bundles may know of and add to the SMTP service: verbs, protocol event sinks, virtual servers.
 */
@Export
@Version("1.0.0")
package org.waypost.smtp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
