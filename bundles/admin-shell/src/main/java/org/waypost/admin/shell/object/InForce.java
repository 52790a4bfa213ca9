package org.waypost.admin.shell.object;

import java.util.concurrent.TimeUnit;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.settings.Standing;

/** Waits until a change has reached this server. */
final class InForce {
    private static final int TRIES = 25;
    private static final long PAUSE_MILLIS = 200;

    private InForce() {
    }

    /** @return how it stands, in force or after some seconds */
    static Standing await(ObjectAdmin admin, Found found) throws Refusal {
        Standing standing = Refusal.orValue(admin.standing(found.kind(), found.place()));
        for (int i = 0; i < TRIES && standing.state() == Standing.State.PENDING; i++) {
            pause();
            standing = Refusal.orValue(admin.standing(found.kind(), found.place()));
        }
        return standing;
    }

    private static void pause() throws Refusal {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Saved; the wait for it to be in force was interrupted.");
        }
    }
}
