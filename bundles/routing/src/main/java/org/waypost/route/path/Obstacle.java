package org.waypost.route.path;

/** Why a way is not open to a message. */
public enum Obstacle {
    NONE("open"),
    NEVER("its schedule is \"never\""),
    SENDER("the sender may not use it"),
    CONTENT("it does not take messages of this type or priority"),
    SIZE("the message is too large for it"),
    SCOPE("only servers of its own routing group may use its address spaces"),
    DOWN("down"),
    LESS_SPECIFIC("its address space is less specific"),
    OUT_OF_REACH("no path leads to its routing group");

    private final String text;

    Obstacle(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }
}
