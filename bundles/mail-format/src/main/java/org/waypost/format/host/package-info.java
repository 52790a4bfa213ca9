/**
 * How people and directories write hosts: domains in letters of any language, smart hosts. Pure functions, any thread;
 * null is neither taken nor returned, and nothing throws on any input.
 */
@Export
@Version("1.0.0")
package org.waypost.format.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
