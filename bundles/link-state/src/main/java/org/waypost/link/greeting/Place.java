package org.waypost.link.greeting;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.waypost.topology.Server;

/**
 * Where a target is greeted.
 *
 * @param name for people
 * @param server that should answer; empty for a smart host
 */
record Place(String name, InetSocketAddress address, Optional<Server> server) {}
