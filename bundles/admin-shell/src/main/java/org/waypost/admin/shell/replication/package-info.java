/** Commands in the scope {@code ds2mb}. */
package org.waypost.admin.shell.replication;
