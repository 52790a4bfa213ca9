/** Commands in the scope {@code certificate}. */
package org.waypost.admin.shell.certificate;
