package org.waypost.track.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Tracking's configuration, pid {@value TrackingComponent#PID}. */
@ObjectClassDefinition(name = "Waypost message tracking", description = "What happened to each message")
@interface TrackingConfig {
    @AttributeDefinition(description = "Whether what happens to messages is recorded. Default true")
    boolean enabled() default true;

    @AttributeDefinition(description = "Folder of the files and their index, relative to the home. A change closes it and opens "
            + "the new one; files are not moved. Default data/tracking")
    String folder() default "data/tracking";

    @AttributeDefinition(min = "1", max = "3650", description = "For how many days a file is kept after the day it was begun (UTC). "
            + "1 to 3650, default 30")
    int keepDays() default 30;

    @AttributeDefinition(min = "16", max = "1048576", description = "How many MiB files and index may have together before the "
            + "oldest files are deleted. 16 to 1048576, default 2048")
    int keepMiB() default 2048;
}
