/** Wires link state into OSGi. */
package org.waypost.link.component;
