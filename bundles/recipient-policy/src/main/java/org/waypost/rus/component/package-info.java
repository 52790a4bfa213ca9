/**
 * Wires recipient policies and the instances of the Recipient Update Service to services and configuration.
 */
package org.waypost.rus.component;
