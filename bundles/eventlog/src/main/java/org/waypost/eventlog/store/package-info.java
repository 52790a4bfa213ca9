/**
 * Events as lines of JSON: {@code 2026-11-29-1.jsonl}, the day (UTC) and a number that each writer begins anew, so that
 * no two write to one file. {@link org.waypost.eventlog.store.EventStore} writes, rotates and deletes;
 * {@link org.waypost.eventlog.store.EventSearch} reads, from the end.
 */
package org.waypost.eventlog.store;
