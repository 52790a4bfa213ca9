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

    @AttributeDefinition(description = "Folder of the events as lines of JSON, relative to the home. Default data/log/events")
    String folder() default "data/log/events";

    @AttributeDefinition(min = "1", max = "1024", description = "From how many MiB on a new file is begun, as on each day (UTC)."
            + " 1 to 1024, default 16")
    int fileMiB() default 16;

    @AttributeDefinition(min = "1", max = "3650", description = "For how many days a file is kept after its day. 1 to 3650, default 30")
    int keepDays() default 30;

    @AttributeDefinition(min = "1", max = "1048576", description = "How many MiB all files may have before the oldest are deleted; the"
            + " one that is written stays. 1 to 1048576, default 256")
    int keepMiB() default 256;

    @AttributeDefinition(min = "0", max = "3600", description = "For how many seconds after an event the same event again (source, id,"
            + " parameters) is counted and told once at the end. 0 (each is logged) to 3600, default 60")
    int foldWindow() default 60;

    @AttributeDefinition(description = "Name of this server for syslog and mail. Default empty: that of the machine")
    String hostName() default "";

    @AttributeDefinition(description = "A syslog that gets each logged event too: udp://HOST:PORT, tcp://HOST:PORT (RFC 5424) or"
            + " unix:/dev/log, journald's and rsyslogd's, which needs JNA. Default empty: none")
    String syslog() default "";

    @AttributeDefinition(description = "Address of an administrator who gets chosen events by mail. Default empty: nobody")
    String mailTo() default "";

    @AttributeDefinition(description = "Which events are mailed: entries SOURCE/ID separated by commas, and ERROR, WARNING or"
            + " INFORMATION for all that are that bad or worse. An event is mailed at most once in an hour, and one mail has"
            + " what came within a minute. Default ERROR")
    String[] mailEvents() default {"ERROR"};
}
