/** Commands in the scope {@code metabase}. */
package org.waypost.admin.shell.metabase;
