/** Commands in the scope {@code directory}. */
package org.waypost.admin.shell.directory;
