/** The files that the console is made of, and the servlet that hands them out. */
package org.waypost.console.file;
