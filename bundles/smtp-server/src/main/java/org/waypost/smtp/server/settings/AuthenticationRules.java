package org.waypost.smtp.server.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * Whether and how clients say who they are (RFC 4954).
 *
 * @param need whether AUTH is offered, and whether mail is taken without it
 * @param submission whether this is a submission server (RFC 6409), which takes mail of its users only
 * @param failuresPerAddress failures in a window after which a client address may not try again, 1 or more
 * @param failuresPerUser failures in a window after which nobody may try that user again, 1 or more
 * @param failureWindow from the first failure on, positive
 * @param failureDelay before a failure is answered, 0 or more
 */
public record AuthenticationRules(Need need, boolean submission, int failuresPerAddress, int failuresPerUser,
        Duration failureWindow, Duration failureDelay) {
    public AuthenticationRules {
        Objects.requireNonNull(need);
        Objects.requireNonNull(failureWindow);
        Objects.requireNonNull(failureDelay);
    }

    /** Whether mail is taken of authenticated clients only, which implies TLS. */
    public boolean isRequired() {
        return need == Need.REQUIRED || submission;
    }

    public boolean isOff() {
        return need == Need.OFF;
    }

    /** See {@link #need}. */
    public enum Need {
        /** AUTH is not known. */
        OFF,
        /** Offered over TLS while there is somebody who can check a password. */
        OPTIONAL,
        /** Offered over TLS always; without it no mail is taken. */
        REQUIRED
    }
}
