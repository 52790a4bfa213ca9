package org.waypost.transport.mina.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the pid {@code org.waypost.transport}. */
@ObjectClassDefinition(name = "Waypost transport", description = "Sockets, connections and their threads.")
@interface TransportConfig {
    @AttributeDefinition(min = "0", max = "64", description = "Number of I/O threads, 0 to 64; 0 is one for each processor. "
            + "Default 0. Takes effect when the transport starts.")
    int ioThreads() default 0;

    @AttributeDefinition(min = "1", max = "64",
            description = "Number of threads that continue conversations after a wait, 1 to 64. "
            + "Default 2. Takes effect when the transport starts.")
    int workerThreads() default 2;

    @AttributeDefinition(min = "1", max = "3600",
            description = "How long sockets and connections are kept while their protocol is away, "
            + "in seconds, 1 to 3600. Default 120.")
    int protocolGrace() default 120;

    @AttributeDefinition(min = "0", max = "60",
            description = "How long conversations may take to finish when the transport stops, in "
            + "seconds, 0 to 60. Default 5.")
    int shutdownGrace() default 5;

    @AttributeDefinition(min = "1", max = "600",
            description = "How long a peer may take for a TLS handshake that comes before anything else, "
            + "in seconds, 1 to 600. Default 30.")
    int handshakeTimeout() default 30;

    @AttributeDefinition(min = "0", max = "10000",
            description = "Idle outgoing connections kept for reuse, in all, 0 to 10000. Default 100.")
    int maxParked() default 100;
}
