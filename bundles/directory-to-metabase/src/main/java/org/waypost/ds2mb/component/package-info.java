/** Where the replication meets OSGi: the directory and the metabase come and go. */
package org.waypost.ds2mb.component;
