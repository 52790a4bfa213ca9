/**
 * Use cases for administrators, free of any user interface.
 */
@Export
@Version("1.0.0")
package org.waypost.admin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
