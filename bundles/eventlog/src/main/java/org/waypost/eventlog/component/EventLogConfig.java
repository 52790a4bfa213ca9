package org.waypost.eventlog.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the event log. */
@ObjectClassDefinition(name = "Waypost event log")
public @interface EventLogConfig {
    @AttributeDefinition(name = "Levels", description = "Which events are logged: entries SOURCE=LEVEL or"
            + " SOURCE/CATEGORY=LEVEL separated by commas; that of a category goes before that of its source. A level is"
            + " either how bad an event must be, ERROR, WARNING or INFORMATION, or the diagnostic level up to which events"
            + " are logged, 0 (none but what is always logged), 1 (minimum), 3 (medium) to 5 (maximum); one of each kind may"
            + " be set for one place. Takes effect at once. Default empty: every severity, diagnostic level 1.")
    String[] levels() default {};
}
