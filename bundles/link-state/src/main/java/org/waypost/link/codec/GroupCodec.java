package org.waypost.link.codec;

import org.waypost.linkstate.GroupState;

/** The state of a group as one line of ASCII. */
public final class GroupCodec {
    /** Characters of the longest state that is read. */
    public static final int MAX_TEXT = 4 << 20;

    private GroupCodec() {}

    public static String write(GroupState state) {
        return NodeWriter.write(GroupForm.write(state));
    }

    /** @return bad unless it is what {@link #write} makes of a state */
    public static Decoded<GroupState> read(String text) {
        if (text.length() > MAX_TEXT) {
            return new Decoded.Bad<>("more than " + MAX_TEXT + " characters");
        }
        try {
            GroupState state = GroupForm.read(Fields.of(NodeReader.read(text)));
            // one value, one text: otherwise two servers could hold one state under two digests
            return write(state).equals(text) ? new Decoded.Ok<>(state) : new Decoded.Bad<>("not in canonical form");
        } catch (MalformedException e) {
            return new Decoded.Bad<>(e.getMessage());
        }
    }
}
