/**
 * The durable message store: what was accepted is here until its last recipient is done.
 *
 * <p>{@link org.waypost.spool.rocks.RocksSpool} is the {@link org.waypost.spool.Spool} of one folder.
 * Rows lie in RocksDB: a message's row with those of its recipients right behind it, and a content's
 * row with the bytes themselves, unless they are so many that they are a file below {@code content/}.
 * One thread, {@code Committer}, writes all rows; whatever waits for it shares one batch and one sync.
 * Every row begins with its format version. A lock file gives the folder to one spool at a time, also
 * within one process, and closing waits for all that is under way, so a newer version of this bundle
 * opens the folder with nothing lost. Nothing here knows of OSGi.
 */
package org.waypost.spool.rocks;
