/**
 * What is said on one outgoing connection. A {@link org.waypost.smtp.client.session.Session} owns the
 * connection and gives each reply to the {@link org.waypost.smtp.client.session.Dialogue} under way:
 * {@link org.waypost.smtp.client.session.Hello}, then
 * {@link org.waypost.smtp.client.session.Transaction}, then perhaps
 * {@link org.waypost.smtp.client.session.Reset}.
 */
package org.waypost.smtp.client.session;
