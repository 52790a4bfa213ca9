/** Binds the rest to OSGi. */
package org.waypost.metric.component;
