/**
 * Service dynamics in one place: {@link org.waypost.service.Gate}, through which a service that may be replaced is called.
 */
@Export
@Version("1.0.0")
package org.waypost.service;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
