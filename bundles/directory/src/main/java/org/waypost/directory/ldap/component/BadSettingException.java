package org.waypost.directory.ldap.component;

/** A value of a configuration that is not allowed. */
final class BadSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String value;
    private final String allowed;

    BadSettingException(String key, String value, String allowed) {
        super(key + " is " + value + ", allowed: " + allowed);
        this.key = key;
        this.value = value;
        this.allowed = allowed;
    }

    String key() {
        return key;
    }

    String value() {
        return value;
    }

    String allowed() {
        return allowed;
    }
}
