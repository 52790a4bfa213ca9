/**
 * The transcripts of this project, which run in memory and against the assembly. All of them know
 * one local domain, {@code example.com}, with the mailboxes {@code alice} and {@code bob}, and a server
 * that relays for nobody; each folder says in its {@code README} what else it takes for granted.
 */
package org.waypost.testkit.scripts;
