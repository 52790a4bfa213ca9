package org.waypost.admin.shell.tracking;

import java.time.DateTimeException;
import java.time.Instant;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** A time as people write it: how long ago it was, or when. */
final class Moment {
    private Moment() {
    }

    /** @param text may be null for {@code otherwise} */
    static Instant of(String text, Instant now, Instant otherwise) throws Refusal {
        if (text == null) {
            return otherwise;
        }
        var ago = Text.length(text);
        try {
            return ago.isPresent() ? now.minus(ago.get()) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("\"" + text + "\" is no time, which is like 90s, 30m, 2h or 1d ago, or like 2026-11-29T10:00:00Z.");
        }
    }
}
