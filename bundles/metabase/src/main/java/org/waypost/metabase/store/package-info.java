/**
 * The metabase: this server's own copy of its configuration, which answers without the directory.
 *
 * <p>{@link org.waypost.metabase.store.RocksMetabase} keeps the whole tree in memory, so reads answer at once. Its
 * folder holds the rows in RocksDB ({@code rows}), and copies of the whole in single files ({@code copies}). One
 * thread makes all writes; those that wait share one batch and one sync. Every row and copy has a checksum. If what
 * is found is damaged, RocksDB's last consistent point is taken, or else the newest good copy, with an event that
 * names the version. Another thread completes the stages and tells the watchers. A lock file gives the folder to one
 * owner at a time, also within one process, so a newer version of this bundle opens it with nothing lost. Nothing
 * here knows of OSGi.
 */
package org.waypost.metabase.store;
