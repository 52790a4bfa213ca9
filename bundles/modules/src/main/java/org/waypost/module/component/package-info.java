/** Wires the module manager into OSGi, and is the only place that sees bundles. */
package org.waypost.module.component;
