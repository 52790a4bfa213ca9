/** What was replicated, what shall be in the metabase for it, and the one write that leads there. */
package org.waypost.ds2mb.replica;
