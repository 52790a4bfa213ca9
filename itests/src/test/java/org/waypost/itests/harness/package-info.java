/**
 * What the black-box tests stand on: the server under test as a process of its own
 * ({@link org.waypost.itests.harness.WaypostHome}), real peers (NSD, smtp-sink, swaks, openssl), a
 * sink and clients that count every message by its id, and the means to wait for a condition with a
 * deadline. Nothing here knows a class of the server; all of it goes through sockets, files and the
 * {@code waypost} script. Every process started here is ended by its own handle.
 */
package org.waypost.itests.harness;
