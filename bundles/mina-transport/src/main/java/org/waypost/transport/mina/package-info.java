/**
 * The one user of Apache MINA: listening sockets, outgoing connections and their pool, framing,
 * TLS, time limits and connection limits. It knows no SMTP and imports the connection API only, so
 * it stays while every protocol is replaced.
 *
 * <p>Each connection ({@link org.waypost.transport.mina.connection.Channel}) has one serial mailbox.
 * The I/O thread that read input runs it, or a worker when a task came from elsewhere. A protocol
 * pulls: it asks for one unit and gets the next only after it asked again; unread input stays here,
 * in bounds, and beyond them in the kernel. When a protocol leaves, its conversations are frozen into
 * plain data as soon as they ask for more, and thawed by its successor.
 *
 * <p>Sources: RFC 5321 4.5.2 (dot stuffing), RFC 3030 (chunks), RFC 3207 (STARTTLS).
 */
package org.waypost.transport.mina;
