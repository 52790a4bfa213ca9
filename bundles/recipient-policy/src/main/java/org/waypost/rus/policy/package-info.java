/**
 * Recipient policies: read from entries of the directory, checked, and chosen for recipients. Pure.
 */
package org.waypost.rus.policy;
