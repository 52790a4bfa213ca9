/** The command {@code lockdown}: where this server can be reached. */
package org.waypost.admin.shell.lockdown;
