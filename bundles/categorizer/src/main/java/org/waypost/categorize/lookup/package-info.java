/** Entries of the directory: how they are asked for, and what is read out of one. */
package org.waypost.categorize.lookup;
