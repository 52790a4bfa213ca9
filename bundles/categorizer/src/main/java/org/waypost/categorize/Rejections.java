package org.waypost.categorize;

import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.EnhancedStatus;

/** Verdicts that end a recipient, with the status codes that Exchange uses for them. */
public final class Rejections {
    private static final EnhancedStatus UNKNOWN = new EnhancedStatus(5, 1, 1);
    private static final EnhancedStatus BAD_TARGET = new EnhancedStatus(5, 1, 3);
    private static final EnhancedStatus AMBIGUOUS = new EnhancedStatus(5, 1, 4);
    private static final EnhancedStatus TOO_LARGE = new EnhancedStatus(5, 2, 3);
    private static final EnhancedStatus GROUP_FAILED = new EnhancedStatus(5, 2, 4);
    private static final EnhancedStatus LOOP = new EnhancedStatus(5, 4, 6);
    private static final EnhancedStatus TOO_MANY = new EnhancedStatus(5, 5, 3);
    private static final EnhancedStatus REFUSED = new EnhancedStatus(5, 7, 1);

    private Rejections() {
    }

    public static Verdict unknown(String reason) {
        return new Verdict.Reject(UNKNOWN, reason);
    }

    /** A target address that SMTP does not reach. */
    public static Verdict badTarget(String reason) {
        return new Verdict.Reject(BAD_TARGET, reason);
    }

    public static Verdict ambiguous(String reason) {
        return new Verdict.Reject(AMBIGUOUS, reason);
    }

    public static Verdict tooLarge(String reason) {
        return new Verdict.Reject(TOO_LARGE, reason);
    }

    public static Verdict groupFailed(String reason) {
        return new Verdict.Reject(GROUP_FAILED, reason);
    }

    public static Verdict loop(String reason) {
        return new Verdict.Reject(LOOP, reason);
    }

    public static Verdict tooManyRecipients(String reason) {
        return new Verdict.Reject(TOO_MANY, reason);
    }

    public static Verdict refused(String reason) {
        return new Verdict.Reject(REFUSED, reason);
    }
}
