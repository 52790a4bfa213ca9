/** The spool as an OSGi component: its configuration and its service. */
package org.waypost.spool.component;
