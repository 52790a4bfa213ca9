/**
 * Commands in the scopes {@code policy}, {@code rus} and {@code recipient}: what addresses people have, and what becomes
 * of mail to them.
 */
package org.waypost.admin.shell.policy;
