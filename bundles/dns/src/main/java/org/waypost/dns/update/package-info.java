/**
 * Dynamic updates (RFC 2136) by dnsjava, signed by a key (RFC 8945).
 *
 * <p>{@link org.waypost.dns.update.DnsUpdater} is the service. A {@link org.waypost.dns.update.ZoneFinder} says which
 * server has the say over a name, a {@link org.waypost.dns.update.ZoneSession} speaks to that server, and
 * {@link org.waypost.dns.update.Changes} are what differs.
 */
package org.waypost.dns.update;
