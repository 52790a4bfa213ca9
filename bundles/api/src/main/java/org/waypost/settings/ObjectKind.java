package org.waypost.settings;

/** The kinds of objects of the directory that have a form. */
public enum ObjectKind {
    VIRTUAL_SERVER("virtual server", "protocolCfgSMTPServer"),
    SMTP_CONNECTOR("SMTP connector", "msExchRoutingSMTPConnector"),
    ROUTING_GROUP_CONNECTOR("routing group connector", "msExchRoutingGroupConnector");

    private final String words;
    private final String objectClass;

    ObjectKind(String words, String objectClass) {
        this.words = words;
        this.objectClass = objectClass;
    }

    /** For a sentence. */
    public String words() {
        return words;
    }

    /** In the directory. */
    public String objectClass() {
        return objectClass;
    }

    public boolean isConnector() {
        return this != VIRTUAL_SERVER;
    }
}
