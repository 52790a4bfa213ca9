/**
 * A directory for those who have none: an LDAP server (ApacheDS) in the process, on loopback, persistent on disk.
 *
 * <p>{@link org.waypost.directory.embedded.EmbeddedServer} puts it together: the schema of
 * {@link org.waypost.directory.embedded.schema}, which is read from Waypost's own OpenLDAP schema file; one partition,
 * kept in memory and journalled to disk before a write is acknowledged
 * ({@link org.waypost.directory.embedded.storage}); the password of its administrator, made at the first start; and an
 * organization from an LDIF file, which fills an empty partition once.
 * Nobody sees anything without a bind.
 */
package org.waypost.directory.embedded;
