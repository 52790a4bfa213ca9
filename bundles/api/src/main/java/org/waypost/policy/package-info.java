/**
 * Recipient policies and the Recipient Update Service, which stamps addresses by them.
 */
@Export
@Version("1.0.0")
package org.waypost.policy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
