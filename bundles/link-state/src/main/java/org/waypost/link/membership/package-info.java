/** Who is a server of the organization, and how this one becomes one. */
package org.waypost.link.membership;
