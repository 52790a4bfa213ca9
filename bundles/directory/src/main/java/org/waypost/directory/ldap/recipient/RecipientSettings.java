package org.waypost.directory.ldap.recipient;

import java.time.Duration;

/**
 * How recipients are kept and looked up.
 *
 * @param entries most answers kept, addresses and DNs, 1 or more
 * @param fresh how long an answer is taken for true without asking again
 * @param negative the same for "nobody"
 * @param batch most look-ups joined into one search, 1 to 200
 * @param parallel most searches under way, 1 or more
 */
public record RecipientSettings(int entries, Duration fresh, Duration negative, int batch, int parallel) {}
