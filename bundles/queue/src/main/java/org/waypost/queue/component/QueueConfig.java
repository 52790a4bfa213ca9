package org.waypost.queue.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the advanced queuing engine. */
@ObjectClassDefinition(name = "Waypost queue", description = "How long and how often delivery is tried")
public @interface QueueConfig {
    @AttributeDefinition(name = "Host name", description = "This server's name in delivery status notifications, 1 to 255"
            + " characters. Default empty: the machine's host name.")
    String hostName() default "";

    @AttributeDefinition(name = "Retry schedule", description = "Waiting times after the first, second, ... failure of a next"
            + " hop or message, separated by commas; the last one repeats. Each from 1s to 7d, as 90s, 10m, 12h or 2d."
            + " Default 1m,1m,1m,10m,15m,30m,1h.")
    String[] retrySchedule() default "1m,1m,1m,10m,15m,30m,1h";

    @AttributeDefinition(name = "Expire after", description = "Age at which a message that is not delivered, in whatever"
            + " queue and state, is returned to its sender. From 1s to 365d. Default 2d.")
    String expireAfter() default "2d";

    @AttributeDefinition(name = "Delay warning", description = "Age at which the sender is told that a message is delayed,"
            + " once. From 1s to 365d, or 0s for never. Default 12h.")
    String delayWarning() default "12h";

    @AttributeDefinition(min = "1", max = "10000", name = "Connections per hop",
            description = "Deliveries to one remote next hop at the same time,"
            + " 1 to 10000. Default 20.")
    int maxConnectionsPerHop() default 20;

    @AttributeDefinition(min = "1", max = "10000", name = "Local deliveries",
            description = "Deliveries to one local delivery agent at the same time,"
            + " 1 to 10000. Default 100.")
    int maxLocalDeliveries() default 100;

    @AttributeDefinition(min = "1", max = "100000", name = "Deliveries",
            description = "Deliveries at the same time in all, 1 to 100000. Default 1000.")
    int maxDeliveries() default 1_000;

    @AttributeDefinition(min = "1", max = "10000000", name = "Messages in memory",
            description = "Messages held in memory, 1 to 10000000; about 1 KiB each."
            + " More wait in the spool, shown in the submission queue. Default 100000.")
    int maxInMemory() default 100_000;

    @AttributeDefinition(min = "1", max = "1000", name = "Hops",
            description = "Received fields, that of this server included, with which a message still goes to another server,"
            + " 1 to 1000; with more it goes in a circle and is returned (5.4.6). Default 30.")
    int maxHops() default 30;

    @AttributeDefinition(name = "Folder", description = "Where it is kept which queues are frozen or disabled, relative to the home"
            + " folder; read at start. Default data/queue.")
    String folder() default "data/queue";

    @AttributeDefinition(name = "Badmail folder", description = "Where messages go that can be neither delivered nor returned,"
            + " relative to the home folder. Default data/badmail.")
    String badmailFolder() default "data/badmail";
}
