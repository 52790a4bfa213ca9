/**
 * The organization's directory over LDAP, the part of Exchange's DSAccess: which servers there are and which of them
 * answer ({@link org.waypost.directory.ldap.Servers}), connections to one of them
 * ({@link org.waypost.directory.ldap.Server}), and the service itself ({@link org.waypost.directory.ldap.LdapDirectory}).
 *
 * <p>The LDAP library waits for answers, so every request runs in a thread of its server, of which there are as many
 * as connections; a server that hangs holds its own few threads for one request's time, and is
 * then left alone until it answers a probe. Recipients are asked for through a cache and joined into few searches
 * ({@code recipient}), users prove who they are by a bind ({@code login}), changes are followed ({@code watch}).
 */
package org.waypost.directory.ldap;
