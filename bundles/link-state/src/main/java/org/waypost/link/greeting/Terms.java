package org.waypost.link.greeting;

import java.util.Optional;
import org.waypost.connection.Want;
import org.waypost.link.port.Desk;

/**
 * How a target is greeted.
 *
 * @param hostName of this server, for EHLO
 * @param tls by which the target proves who it is; empty if it cannot be asked to
 */
record Terms(String hostName, Optional<Want.ClientTls> tls, Desk desk) {}
