/** Commands in the scope {@code module}: what runs, and replacing it while mail flows. */
package org.waypost.admin.shell.module;
