/** Where the event log meets OSGi: configuration, EventAdmin, the service. */
package org.waypost.eventlog.component;
