/** {@code queue:watch}: the queues as they fill and empty. */
package org.waypost.admin.shell.watch;
