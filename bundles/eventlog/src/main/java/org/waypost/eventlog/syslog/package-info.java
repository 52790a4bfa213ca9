/** Events to a syslog: RFC 5424 messages over UDP (RFC 5426) or TCP (RFC 6587, octet counting), or to a local socket. */
package org.waypost.eventlog.syslog;
