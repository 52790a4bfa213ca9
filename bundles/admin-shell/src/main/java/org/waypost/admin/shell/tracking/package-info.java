/** Message tracking in the scope {@code message}. */
package org.waypost.admin.shell.tracking;
