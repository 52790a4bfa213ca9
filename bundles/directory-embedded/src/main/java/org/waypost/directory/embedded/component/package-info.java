/** Where the embedded directory meets OSGi: configuration, event log, start and stop beside the framework's threads. */
package org.waypost.directory.embedded.component;
