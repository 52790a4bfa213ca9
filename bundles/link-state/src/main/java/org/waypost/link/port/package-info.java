/** The link state port: persistent connections between a routing group master and its members, on both sides. */
package org.waypost.link.port;
