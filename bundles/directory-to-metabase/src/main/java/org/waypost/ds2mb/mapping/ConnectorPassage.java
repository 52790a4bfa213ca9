package org.waypost.ds2mb.mapping;

/** What connectors have for routing alone: it is read from the directory by link state, and is no property of the metabase. */
public final class ConnectorPassage {
    private static final long LARGEST_KB = Integer.MAX_VALUE;

    /** How it stands in the directory. */
    public static final ObjectTable TABLE = new ObjectTable("",
            new NumberRule("cost", "cost", 1, 100),
            new NumberRule("delivContLength", "maxSize", 0, LARGEST_KB),
            names("msExchSourceBridgeheadServersDN", "sourceBridgeheads"),
            names("msExchTargetBridgeheadServersDN", "targetBridgeheads"),
            names("msExchDestinationRGDN", "targetGroup"),
            names("authOrig", "allowedSenders"),
            names("dLMemSubmitPerms", "allowedGroups"),
            names("unauthOrig", "refusedSenders"),
            names("dLMemRejectPerms", "refusedGroups"));

    private ConnectorPassage() {}

    private static AttributeRule names(String attribute, String property) {
        return new TextsRule(attribute, property, text -> Names.required(attribute, text).isEmpty() ? text : text.strip());
    }
}
