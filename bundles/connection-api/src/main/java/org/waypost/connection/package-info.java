/**
 * The frozen contract between sockets and protocols: what a transport offers (listening sockets,
 * outgoing connections, framing, TLS) and what a protocol answers. It imports the JDK only, so that
 * everything else can be replaced while connections stay.
 *
 * <p>A {@link org.waypost.connection.Protocol} asks its {@link org.waypost.connection.Connection}
 * for one {@link org.waypost.connection.Unit} at a time (pull, not push) by a
 * {@link org.waypost.connection.Want}. Whenever a want is outstanding the conversation is at rest
 * and may be frozen into a {@link org.waypost.connection.FrozenConversation}, which the next
 * version of the protocol thaws. The transport keeps the want and the unread input.
 */
@Export
@Version("1.2.0")
package org.waypost.connection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
