/** The forms of virtual servers and connectors: which fields there are, what they may be, and where they stand. Pure. */
package org.waypost.ds2mb.form;
