/** The console as a service of OSGi. */
package org.waypost.console.component;
