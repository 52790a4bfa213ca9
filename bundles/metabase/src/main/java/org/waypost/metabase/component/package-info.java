/** The metabase as an OSGi component: its configuration, its service, its hand-over to Configuration Admin. */
package org.waypost.metabase.component;
