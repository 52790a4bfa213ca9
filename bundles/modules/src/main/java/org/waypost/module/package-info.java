/**
 * Replaces modules of a running server.
 *
 * <p>{@code jar} reads and verifies jars, {@code watch} decides whether a replacement is worse, both of them pure.
 * {@code store} keeps jars, history and what is under way on disk; {@code engine} replaces, over a framework it sees
 * as an interface; {@code component} is that framework. All state is on disk before anything changes, so whoever comes
 * next, a newer version of this bundle or the next start of the server, goes on from there.
 */
package org.waypost.module;
