package org.waypost.metabase.store;

import java.io.IOException;

/** What was read is not what was written. */
final class DamagedException extends IOException {
    DamagedException(String what) {
        super(what);
    }

    DamagedException(String what, Throwable cause) {
        super(what, cause);
    }
}
