/** The command {@code doctor}: what is wrong with this server and around it. */
package org.waypost.admin.shell.doctor;
