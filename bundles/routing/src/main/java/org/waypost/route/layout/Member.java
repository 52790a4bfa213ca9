package org.waypost.route.layout;

import org.waypost.topology.Server;

/** A server and the index of its site. */
public record Member(Server server, int site) {}
