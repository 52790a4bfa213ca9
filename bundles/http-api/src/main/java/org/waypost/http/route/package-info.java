/** The table of what can be asked, which is dispatched by and described from. */
package org.waypost.http.route;
