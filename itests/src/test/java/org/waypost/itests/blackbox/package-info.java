/**
 * Tests of the whole server from outside: sockets, files, the {@code waypost} script and its shell.
 * Nearly all share one running server ({@link org.waypost.itests.harness.SharedSite}); those that
 * kill it, replace its modules or fill its disk have one of their own.
 */
package org.waypost.itests.blackbox;
