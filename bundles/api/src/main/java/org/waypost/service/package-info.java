/**
 * Service dynamics in one place: {@link org.waypost.service.Gate}, through which a service that may be replaced is
 * called; and what one that is replaced leaves to the next: its folder ({@link org.waypost.service.FolderLock}) and no
 * threads ({@link org.waypost.service.Threads}).
 */
@Export
@Version("1.0.0")
package org.waypost.service;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
