/** Values as JSON and back; the only place that knows the library. */
package org.waypost.http.json;
