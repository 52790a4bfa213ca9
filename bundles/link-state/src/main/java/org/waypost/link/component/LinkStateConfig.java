package org.waypost.link.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of link state. The defaults are Exchange's intervals; times are in seconds. */
@ObjectClassDefinition(name = "Waypost link state",
        description = "How soon links count as down or up, and what becomes of a routing group without its master. All have defaults.")
public @interface LinkStateConfig {
    @AttributeDefinition(name = "Glitch retry", description = "Seconds until a failed connection to a connector's target is tried"
            + " again, 1 to 86400. Default 60.")
    int glitchRetry() default 60;

    @AttributeDefinition(name = "Glitch retries", description = "How many of these must fail before the link is down, 1 to 100."
            + " Default 3.")
    int glitchRetries() default 3;

    @AttributeDefinition(name = "Probe interval", description = "Seconds between two greetings of a connector's target, up or"
            + " down, 1 to 86400. Default 60.")
    int probeInterval() default 60;

    @AttributeDefinition(name = "Damping", description = "Seconds that the routing group master keeps a change of an oscillating"
            + " link back, 0 to 86400. Mail may be sent to a link that is down for so long. Default 600.")
    int damping() default 600;

    @AttributeDefinition(name = "Suppress changes", description = "Whether links are never told to be down: all servers route as if"
            + " everything were up. Default false.")
    boolean suppressChanges() default false;

    @AttributeDefinition(name = "Keep-alive", description = "Seconds after which master and members hear of each other, 1 to 3600;"
            + " three times that without a word end a connection. The same on all servers. Default 20.")
    int keepAlive() default 20;

    @AttributeDefinition(name = "Take over", description = "Whether this server becomes its group's master if that is gone."
            + " Default false: an administrator names another one.")
    boolean takeOver() default false;

    @AttributeDefinition(name = "Take over after", description = "Seconds that the master must be gone for that, 1 to 86400."
            + " Default 300.")
    int takeOverAfter() default 300;
}
