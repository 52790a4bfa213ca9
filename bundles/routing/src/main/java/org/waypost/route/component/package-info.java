/** Wires routing into OSGi. */
package org.waypost.route.component;
