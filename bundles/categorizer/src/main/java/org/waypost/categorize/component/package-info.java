/** Wires the categorizer into OSGi. */
package org.waypost.categorize.component;
