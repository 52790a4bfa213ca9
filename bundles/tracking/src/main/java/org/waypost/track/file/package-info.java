/** Files of events: their names, their lines of JSON, writing and reading them. */
package org.waypost.track.file;
