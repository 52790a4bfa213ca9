/**
 * Tracking in a folder: {@code owner} (lock file), a file of lines for each day and size, {@code index}. One thread writes
 * all of it; another one answers.
 */
package org.waypost.track.store;
