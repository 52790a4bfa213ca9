/**
 * The advanced queuing engine: carries every accepted message from the spool through the stages
 * (submission, categorize, route, link queue) to a delivery agent and settles what became of each
 * recipient.
 *
 * <p>One thread owns all state ({@link org.waypost.queue.engine.EngineThread}); every answer of a
 * service is posted back to it. Nothing else here knows threads: {@link org.waypost.queue.engine.Engine}
 * is told "it is your turn" and answers when it wants the next one, so that tests turn it by hand with
 * a clock of their own. A {@link org.waypost.queue.engine.Job} is in exactly one place of exactly one
 * {@link org.waypost.queue.engine.JobQueue}, by construction. What can be derived again is not stored:
 * after a restart messages go through the stages anew.
 */
package org.waypost.queue.engine;
