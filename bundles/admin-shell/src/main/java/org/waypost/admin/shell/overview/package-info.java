/** {@code server:overview}: what goes on and what is wrong, at one look. */
package org.waypost.admin.shell.overview;
