/**
 * The schema of the embedded directory: ApacheDS's own, and Waypost's from {@code openldap/waypost.schema}.
 */
package org.waypost.directory.embedded.schema;
