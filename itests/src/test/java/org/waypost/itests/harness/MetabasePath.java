package org.waypost.itests.harness;

import java.util.Map;

/** Where the metabase keeps the configuration of a pid. */
final class MetabasePath {
    /** The pid of a virtual server's file, without its name. */
    static final String VIRTUAL_SERVER = "org.waypost.smtp.server-";

    private static final Map<String, String> PATHS = Map.of("org.waypost.routing", "/LM/Routing", "org.waypost.recipients",
            "/LM/Recipients", "org.waypost.queue", "/LM/Queue", "org.waypost.linkstate", "/LM/LinkState",
            "org.waypost.modules", "/LM/Modules", "org.waypost.eventlog", "/LM/EventLog", "org.waypost.dns", "/LM/Dns");

    private MetabasePath() {}

    static String of(String pid) {
        return pid.startsWith(VIRTUAL_SERVER) ? "/LM/SmtpSvc/" + pid.substring(VIRTUAL_SERVER.length()) : PATHS.get(pid);
    }

    static String keyType(String pid) {
        return pid.startsWith(VIRTUAL_SERVER) ? VIRTUAL_SERVER.substring(0, VIRTUAL_SERVER.length() - 1) : pid;
    }
}
