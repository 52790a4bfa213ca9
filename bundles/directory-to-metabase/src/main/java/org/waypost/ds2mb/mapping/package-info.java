/** Which attribute of which object of the directory stands for which property of which key of the metabase. Pure. */
package org.waypost.ds2mb.mapping;
