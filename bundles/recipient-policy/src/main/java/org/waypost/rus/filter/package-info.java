/**
 * Search filters (RFC 4515) evaluated here, on entries that were read already: so that a recipient costs no search
 * for each policy. Pure.
 */
package org.waypost.rus.filter;
