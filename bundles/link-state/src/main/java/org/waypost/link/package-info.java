/** Link state: the one picture of the organization that all servers agree on. */
package org.waypost.link;
