/**
 * Objects of the directory as forms show and change them: virtual servers and connectors. Values are text, as people write
 * them.
 */
@Export
@Version("1.0.0")
package org.waypost.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
