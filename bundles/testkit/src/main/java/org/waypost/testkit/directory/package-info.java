/** A directory in memory, and the contract that every {@link org.waypost.directory.Directory} keeps. */
package org.waypost.testkit.directory;
