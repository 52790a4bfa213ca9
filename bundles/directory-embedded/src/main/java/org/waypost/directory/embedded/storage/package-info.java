/**
 * How the embedded directory lasts. ApacheDS's own files survive no {@code kill -9}: their indices are written apart
 * from the entries. Here the whole partition lives in memory, and each write is one frame of an append-only
 * {@link org.waypost.directory.embedded.storage.Journal}, on disk before the client hears of success. A start reads
 * the journal, cuts off a frame that a kill left half-written, and writes a compact one; so does a write that finds most of
 * the journal out of date.
 */
package org.waypost.directory.embedded.storage;
