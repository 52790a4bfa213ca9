/**
 * The categorizer over the organization's directory: who each recipient really is.
 *
 * <p>{@link org.waypost.categorize.DirectoryCategorizer} asks for a whole message,
 * {@link org.waypost.categorize.DirectoryResolver} for one RCPT, and
 * {@link org.waypost.categorize.DirectoryExplanation} for a person. All three find entries by
 * {@code lookup} and leave the rest to {@link org.waypost.categorize.Decider}: {@code restriction} says who may
 * send to whom and how much, {@code group} what a group stands for. Nothing here holds a thread, and nothing is
 * kept: what is known of recipients is cached by the directory bundle, and a message whose look-up failed
 * waits in the queue until {@link org.waypost.categorize.lookup.Outage} says that the directory answers again.
 */
package org.waypost.categorize;
