package org.waypost.link;

import org.waypost.event.EventType;

/** What link state reports. 929, 958 and 994 are those of Exchange. */
public enum LinkStateEvent implements EventType {
    UNREADABLE(929, "Topology", Severity.ERROR,
            "{} is left out of the topology: {}. The rest routes; correct the object in the directory."),
    LOST_MASTER(958, "Topology", Severity.ERROR,
            "Routing group {} names as its master {}, which is none of its servers: its link state cannot change. Name another with"
                    + " linkstate:master."),
    SUPPRESSED(994, "Links", Severity.INFORMATION,
            "Connector {} is {}, which is not told to other servers: {} is a leaf, all of whose links lead to one neighbour."),
    LINK_DOWN(995, "Links", Severity.WARNING, "Connector {} is down on this server: {}. Its mail takes other ways, or waits."),
    LINK_UP(996, "Links", Severity.INFORMATION, "Connector {} is up again on this server."),
    MASTER_GONE(960, "Master", Severity.WARNING,
            "The routing group master {} does not answer: {}. The last known state stays in force; tries go on. If it does not come back,"
                    + " name another with linkstate:master."),
    MASTER_BACK(961, "Master", Severity.INFORMATION, "The routing group master {} answers."),
    RULES(962, "Master", Severity.INFORMATION, "This server is the master of routing group {} from term {} on."),
    RULES_NO_MORE(963, "Master", Severity.WARNING, "This server is no longer the master of routing group {}: {}."),
    NO_TERM(964, "Master", Severity.ERROR, "This server cannot become the master of routing group {}: {}. It tries again."),
    MEMBER_GONE(965, "Master", Severity.WARNING, "Member {} of routing group {} has lost contact with its master, this server."),
    REFUSED_STATE(970, "Protocol", Severity.WARNING, "Refused from server {}: {}. Nothing was changed."),
    STRANGER(971, "Protocol", Severity.WARNING,
            "{} is not a server of the organization and was refused at {}. Further ones from there are not reported for an hour."),
    JOINED(980, "Membership", Severity.INFORMATION, "This server's key stands in its object {}: it is a server of the organization."),
    NO_IDENTITY(981, "Membership", Severity.ERROR,
            "The key of this server in {} cannot be read: {}. Others do not take it for a server of the organization."),
    KEPT_MAP(985, "Topology", Severity.WARNING,
            "The topology kept in {} cannot be used: {}. It is read from the directory instead."),
    BAD_CONFIGURATION(986, "Configuration", Severity.ERROR, "{}: {} = {} is not allowed (allowed: {}). The last good value stays.");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    LinkStateEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Link State";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return category;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String text() {
        return text;
    }
}
