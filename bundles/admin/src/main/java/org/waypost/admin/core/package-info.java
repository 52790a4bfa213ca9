/**
 * Use cases for administrators, free of any user interface: {@link org.waypost.admin.core.QueueUseCases} over the queuing
 * engine, {@link org.waypost.admin.core.ServerUseCases} over the transport's listeners. Both services may be
 * replaced at any moment: calls wait in a {@code Gate}, people for at most {@link org.waypost.admin.core.Patience} seconds,
 * and what cannot be done is said in a full sentence that names the object and what to do. Each action that changes
 * something is recorded as an event.
 */
package org.waypost.admin.core;
