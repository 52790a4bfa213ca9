/** Where the use cases meet OSGi: the services they stand on, and those they are. */
package org.waypost.admin.component;
