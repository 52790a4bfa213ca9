/**
 * Who a client says it is, and whether that is so.
 */
@Export
@Version("1.0.0")
package org.waypost.authentication;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
