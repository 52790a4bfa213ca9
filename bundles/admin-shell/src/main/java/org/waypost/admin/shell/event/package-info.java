/** Commands in the scope {@code event}. */
package org.waypost.admin.shell.event;
