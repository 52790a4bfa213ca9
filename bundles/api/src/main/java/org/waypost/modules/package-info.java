/**
 * The modules of a running server: what runs, and replacing it while mail flows.
 */
@Export
@Version("1.0.0")
package org.waypost.modules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
