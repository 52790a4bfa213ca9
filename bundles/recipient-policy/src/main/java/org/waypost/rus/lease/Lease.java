package org.waypost.rus.lease;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the entry of the lease says: {@code EPOCH HOLDER}, or {@code EPOCH} alone while nobody holds it. The epoch grows
 * with every change, for ever, so that no text occurs twice.
 *
 * @param text empty if there is no entry yet
 */
public record Lease(String text) {
    static final Lease NEVER = new Lease("");
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?: (.+))?");

    /** 0 if somebody else wrote what is no lease. */
    public long epoch() {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Long.parseLong(form.group(1)) : 0;
    }

    /** Empty if nobody holds it. */
    public String holder() {
        Matcher form = FORM.matcher(text);
        return !form.matches() ? text : form.group(2) == null ? "" : form.group(2);
    }

    /** Whether nobody holds it, so that all that was decided under it is written. */
    public boolean isFree() {
        return holder().isEmpty();
    }

    Lease heldBy(String holder) {
        return new Lease(epoch() + 1 + " " + holder);
    }

    Lease released() {
        return new Lease(String.valueOf(epoch() + 1));
    }
}
