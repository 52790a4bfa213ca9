/**
 * Change notification: {@link org.waypost.directory.ldap.watch.Watches} opens watches, each a thread with a
 * connection of its own that follows one server by the best method this one has (RFC 4533 syncrepl, Active
 * Directory's notification, persistent search, or polling), goes on from a position where the method knows such,
 * and else compares everything.
 */
package org.waypost.directory.ldap.watch;
