package org.waypost.mail;

/** What a message body needs of a transport (RFC 6152, RFC 3030). */
public enum BodyType {
    SEVEN_BIT("7BIT"),
    EIGHT_BIT_MIME("8BITMIME"),
    BINARY_MIME("BINARYMIME");

    private final String keyword;

    BodyType(String keyword) {
        this.keyword = keyword;
    }

    /** The value of the BODY parameter. */
    public String keyword() {
        return keyword;
    }
}
