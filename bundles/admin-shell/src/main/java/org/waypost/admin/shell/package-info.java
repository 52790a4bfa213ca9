/**
 * Commands of the Karaf shell in the scopes {@code queue}, {@code message} and {@code server}: each forwards to
 * {@link org.waypost.admin.QueueAdmin} or {@link org.waypost.admin.ServerAdmin} and prints the answer. Tables and
 * views are plain classes ({@link org.waypost.admin.shell.QueueTable}, {@link org.waypost.admin.shell.MessageView}, ...).
 *
 * <p>The shell finds the commands by the header below, injects the services, and withdraws the commands while one of
 * them is away; they are back with it.
 */
@Header(name = "Karaf-Commands", value = "org.waypost.admin.shell")
package org.waypost.admin.shell;

import org.osgi.annotation.bundle.Header;
