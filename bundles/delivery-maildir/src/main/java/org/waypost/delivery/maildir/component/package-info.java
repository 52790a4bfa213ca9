/** Where the delivery agent and the recipient resolver meet OSGi: configuration, services, threads. */
package org.waypost.delivery.maildir.component;
