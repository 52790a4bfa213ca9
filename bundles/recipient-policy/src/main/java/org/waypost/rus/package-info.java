/**
 * Recipient policies and the Recipient Update Service (RUS): addresses follow policy instead of scripts.
 *
 * <p>{@code filter} evaluates LDAP filters, {@code template} makes addresses, {@code policy} reads and chooses
 * policies, {@code stamp} decides what a recipient is to be given, all of them pure. {@code engine} follows the
 * directory and writes; {@code component} wires it to OSGi. Its state, how far each instance followed, is in the
 * metabase; its only other state, reservations of addresses, is in the directory. Replaced, it goes on where it was:
 * stamping is idempotent.
 */
package org.waypost.rus;
