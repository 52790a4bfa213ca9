/** Tracking as an OSGi component: its configuration and its services. */
package org.waypost.track.component;
