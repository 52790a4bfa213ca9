package org.waypost.format.dsn;

/** What a DSN says happened to a recipient (RFC 3464 2.3.3). */
public enum Action {
    FAILED("failed", "Failure", "could not be delivered, and will not be tried again"),
    DELAYED("delayed", "Delay", "could not be delivered yet, and is still being tried"),
    DELIVERED("delivered", "Success", "was delivered to the mailbox"),
    RELAYED("relayed", "Relay", "was passed on to a server that sends no delivery notifications; none will follow"),
    EXPANDED("expanded", "Expanded", "was passed on to the members of a list; no notifications about them will follow");

    private final String value;
    private final String title;
    private final String sentence;

    Action(String value, String title, String sentence) {
        this.value = value;
        this.title = title;
        this.sentence = sentence;
    }

    /** The value of the Action field. */
    public String value() {
        return value;
    }

    String title() {
        return title;
    }

    /** Goes on after "Your message". */
    String sentence() {
        return sentence;
    }
}
