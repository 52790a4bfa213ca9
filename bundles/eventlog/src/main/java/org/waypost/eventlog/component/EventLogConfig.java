package org.waypost.eventlog.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the event log. */
@ObjectClassDefinition(name = "Waypost event log")
public @interface EventLogConfig {
    @AttributeDefinition(name = "Levels", description = "How bad an event must be to be logged: entries SOURCE=SEVERITY or"
            + " SOURCE/CATEGORY=SEVERITY separated by commas, with ERROR, WARNING or INFORMATION as severity. Default empty:"
            + " everything is logged.")
    String[] levels() default {};
}
