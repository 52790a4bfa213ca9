/**
 * Value types of a message on its way: addresses, identifiers, status codes, replies.
 */
@Export
@Version("1.0.0")
package org.waypost.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
