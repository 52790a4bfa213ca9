/** Link state's side of the directory: what is watched there, and what is written. */
package org.waypost.link.directory;
