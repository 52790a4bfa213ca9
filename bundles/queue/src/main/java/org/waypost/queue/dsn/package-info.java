/**
 * Delivery status notifications: who is told what (RFC 3461), the message that tells it (RFC 3464), and
 * the badmail folder for what cannot be told to anybody. Plain values and files; the engine decides when.
 */
package org.waypost.queue.dsn;
