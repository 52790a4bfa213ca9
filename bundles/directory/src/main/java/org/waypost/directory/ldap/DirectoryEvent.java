package org.waypost.directory.ldap;

import org.waypost.event.EventType;

/** Events of the source {@code MSExchangeDSAccess}. */
public enum DirectoryEvent implements EventType {
    SERVER_DOWN(2070, Category.TOPOLOGY, Severity.WARNING,
            "Directory server {} does not answer properly: {}. Others are asked, if there are any; it is tried again by itself."),
    SERVER_UP(1, Category.TOPOLOGY, Severity.INFORMATION, "Directory server {} answers again."),
    NOT_FOUND_BY_DNS(2, Category.TOPOLOGY, Severity.WARNING,
            "Directory servers of {} are not found: {}. Those known before stay in use; the lookup is tried again by itself."),
    REFERRAL_IGNORED(3, Category.LDAP, Severity.WARNING,
            "Directory server {} refers to {} for a part of {}. Referrals are not followed: name a server or a global catalog"
                    + " that holds all of it."),
    CACHE_NOT_NOTIFIED(4, Category.CACHE, Severity.WARNING,
            "Changes of recipients are not notified at present: {}. What the cache holds may be older by its time limit."),
    BAD_SETTING(5, Category.CONFIGURATION, Severity.ERROR,
            "Configuration {}, key {}: {} is not allowed, but {}. The last good values stay in force: correct it.");

    private final int id;
    private final Category category;
    private final Severity severity;
    private final String text;

    private enum Category {
        TOPOLOGY("Topology"),
        LDAP("LDAP"),
        CACHE("Cache"),
        CONFIGURATION("Configuration");

        private final String name;

        Category(String name) {
            this.name = name;
        }
    }

    DirectoryEvent(int id, Category category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "MSExchangeDSAccess";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return category.name;
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
