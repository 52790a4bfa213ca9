/**
 * A connection in memory: the framing of {@code connection-api} in its plainest form, for tests of
 * protocols without a socket. It can freeze and thaw the conversation whenever it is at rest.
 */
package org.waypost.testkit.connection;
