/** Where the HTTP interface meets OSGi. */
package org.waypost.http.component;
