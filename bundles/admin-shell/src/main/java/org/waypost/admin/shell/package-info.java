/**
 * Commands of the Karaf shell: each forwards to a service of {@link org.waypost.admin} and prints the answer. Here are
 * the scopes {@code queue}, {@code message} and {@code server} and what all commands share; below, a package for the
 * scopes of each subject. Tables and views are plain classes ({@link org.waypost.admin.shell.QueueTable}, ...).
 *
 * <p>The shell finds the commands by the header below, injects the services, and withdraws the commands while one of
 * them is away; they are back with it.
 */
@Header(name = "Karaf-Commands", value = "org.waypost.admin.shell.*")
package org.waypost.admin.shell;

import org.osgi.annotation.bundle.Header;
