/**
 * The metabase as text that people read, compare and keep in git: a line {@code [/LM/Dns]} begins a key, lines
 * {@code name = value} follow; a text stands in quotes, a number and true or false do not, texts stand in brackets.
 * Keys and names are sorted, so equal content is equal to the byte. A line that begins with {@code #} is a comment.
 */
package org.waypost.metabase.text;
