/**
 * Link state as text: one canonical form for the digest, the wire and files. A value is written as nested lists of words
 * in parentheses, as Exchange's OrgInfo was, in ASCII and on one line. There is one way to write a value, and a reader
 * takes no other: what was read and written again is the same text. Anybody may hand in anything: readers are bounded
 * and answer {@link org.waypost.link.codec.Decoded.Bad} with a reason.
 */
package org.waypost.link.codec;
