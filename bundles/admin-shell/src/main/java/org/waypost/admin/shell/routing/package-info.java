/**
 * Commands in the scopes {@code route}, {@code connector} and {@code linkstate}, and {@code server:join}: where mail goes within
 * the organization and out of it, and what is up.
 */
package org.waypost.admin.shell.routing;
