package org.waypost.metabase.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The metabase's configuration, pid {@value MetabaseComponent#PID}. It stays in a file below etc. */
@ObjectClassDefinition(name = "Waypost metabase", description = "This server's own copy of its configuration")
@interface MetabaseConfig {
    @AttributeDefinition(description = "Folder of the metabase, relative to the home. A change closes the metabase and opens the "
            + "one in the new folder; settings are not moved. Default data/metabase")
    String folder() default "data/metabase";

    @AttributeDefinition(min = "1", max = "1000", description = "Versions of the local settings that can be gone back to. "
            + "1 to 1000, default 10")
    int history() default 10;
}
