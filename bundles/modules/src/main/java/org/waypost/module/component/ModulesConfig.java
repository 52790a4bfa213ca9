package org.waypost.module.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the module manager. */
@ObjectClassDefinition(name = "Waypost modules", description = "How modules are replaced")
@interface ModulesConfig {
    @AttributeDefinition(description = "Whether a jar is taken only if its SHA-256 is given with it. Default false.")
    boolean requireChecksum() default false;

    @AttributeDefinition(description = "Seconds for which a replacement is watched, 0 to 3600. Default 60.")
    int watchSeconds() default 60;

    @AttributeDefinition(description = "Seconds that a module may take until it works, 1 to 300. Default 30.")
    int startSeconds() default 30;

    @AttributeDefinition(description = "Seconds that a stage may stand still after a replacement, 5 to 600. Default 20.")
    int stuckSeconds() default 20;
}
