/** From a next hop to the addresses to connect to, in order (RFC 5321 5.1). */
package org.waypost.smtp.client.planning;
