/**
 * Name lookups for mail by dnsjava: the servers are asked one after the other without a thread per
 * query, answers and their absence are cached for their time to live, aliases are followed, and a
 * truncated answer is fetched again by TCP (RFC 1035, RFC 2308, RFC 6891).
 *
 * <p>{@link org.waypost.dns.resolver.CachingDns} is the service. It asks
 * {@link org.waypost.dns.resolver.Lookup}, which knows cache and aliases, and that asks a
 * {@link org.waypost.dns.resolver.Source}: a {@link org.waypost.dns.resolver.ServerGroup}, which knows servers and their
 * failures, or an {@link org.waypost.dns.resolver.Iteration}, which finds the servers itself from the root down.
 */
package org.waypost.dns.resolver;
