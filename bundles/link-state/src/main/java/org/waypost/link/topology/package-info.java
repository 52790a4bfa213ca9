/**
 * How the organization's layout stands in the directory, read: entries in, values of
 * {@link org.waypost.topology} out, with no state and no clock. What cannot be understood is left out and named; it
 * never keeps the rest from being read. All servers that read the same entries get equal values, in whatever order the
 * directory gives them.
 */
package org.waypost.link.topology;
