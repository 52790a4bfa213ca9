/** Commands that show and change virtual servers and connectors in the directory. */
package org.waypost.admin.shell.object;
