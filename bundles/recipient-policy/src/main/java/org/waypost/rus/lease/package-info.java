/**
 * The lease by which one instance at a time stamps many recipients without reserving each address: see
 * {@code docs/adr/0004-a-lease-for-runs.md}. Its entry lies among the reservations.
 */
package org.waypost.rus.lease;
