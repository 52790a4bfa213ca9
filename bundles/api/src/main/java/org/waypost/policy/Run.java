package org.waypost.policy;

/**
 * A run of the Recipient Update Service, at its end or under way.
 *
 * @param seen recipients looked at
 * @param expected how many there are about; -1 if that is not known
 * @param written recipients whose addresses were written
 * @param reported what would have been written, in report-only mode
 * @param failed recipients that could not be stamped; each has its event
 */
public record Run(long seen, long expected, long written, long reported, long failed) {
    public static final Run NOTHING = new Run(0, -1, 0, 0, 0);
}
