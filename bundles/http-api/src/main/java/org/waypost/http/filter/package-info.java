/** What stands in front of every servlet of this server. */
package org.waypost.http.filter;
