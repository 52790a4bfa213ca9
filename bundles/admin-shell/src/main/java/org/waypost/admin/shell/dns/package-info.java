/** Commands in the scope {@code dns}: which names are looked up for mail, and what follows. */
package org.waypost.admin.shell.dns;
