/**
 * The event log: catalogued events and the outcome line of each recipient, on their way to the logging service.
 *
 * <p>{@link org.waypost.eventlog.Journal} is the service. It weighs events by
 * {@link org.waypost.eventlog.Levels}, renders their text ({@link org.waypost.eventlog.EventText}) and hands them to
 * {@link org.waypost.eventlog.LineWriter}, one thread behind a bounded line. Outcome lines are rendered in that
 * thread ({@link org.waypost.eventlog.OutcomeLine}). Events go to the logger {@code waypost.event.SOURCE.CATEGORY} and,
 * when there is an EventAdmin, to the topic {@code org/waypost/event/SOURCE/ID}; outcomes to the logger
 * {@code waypost.delivery}. The same event again within a window is counted and told once
 * ({@link org.waypost.eventlog.Folding}); events also go to each {@link org.waypost.eventlog.Output}: files of JSON lines, those
 * who follow the log, a syslog, mail to an administrator. No text of a peer reaches a log unescaped
 * ({@link org.waypost.eventlog.Escape}).
 */
package org.waypost.eventlog;
