/**
 * "DS2MB": replicates the organization's configuration from the directory to this server's metabase, one way.
 *
 * <p>{@link org.waypost.ds2mb.mapping} knows what each object of the directory stands for in the metabase, and is
 * pure. {@link org.waypost.ds2mb.replica} follows the changes of the directory: it keeps the last good version of
 * each object, makes of all of them the properties that the metabase shall hold, and writes the difference together
 * with the position in the directory, so that a crash between two writes loses nothing and repeats nothing.
 * {@link org.waypost.ds2mb.component} opens and closes the replication as the directory and the metabase come and go.
 *
 * <p>What is kept stands in the metabase itself, below {@code /LM/DS2MB}.
 */
package org.waypost.ds2mb;
