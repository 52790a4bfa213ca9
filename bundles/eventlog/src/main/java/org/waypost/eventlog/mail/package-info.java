/** Chosen events by mail to an administrator, through the spool as any message. */
package org.waypost.eventlog.mail;
