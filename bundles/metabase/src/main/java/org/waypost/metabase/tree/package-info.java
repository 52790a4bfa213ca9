/**
 * The metabase's logic without its store: an immutable tree of keys with typed properties.
 *
 * <p>{@link org.waypost.metabase.tree.Tree} inherits properties downwards; {@link org.waypost.metabase.tree.Editing}
 * makes edits and refuses what belongs to the directory; {@link org.waypost.metabase.tree.Difference} says which keys
 * changed. What an administrator has set is a <em>setting</em>: it is exported, kept in the
 * {@link org.waypost.metabase.tree.History} and rolled back. What replication or a service wrote without an owner is
 * <em>state</em>, such as a position: it is none of these. Nothing here knows of disks, threads or OSGi.
 */
package org.waypost.metabase.tree;
