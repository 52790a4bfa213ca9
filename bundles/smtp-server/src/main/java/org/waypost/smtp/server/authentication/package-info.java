/** Who a client is (RFC 4954): what it sends, who checks it, and how often it may fail. Knows no conversation. */
package org.waypost.smtp.server.authentication;
