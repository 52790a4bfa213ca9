/**
 * Transcripts of SMTP dialogues ({@code *.smtp}) and the runner that holds a server against them, over
 * any {@link org.waypost.testkit.script.ScriptChannel}: a conversation in memory or a real socket.
 */
package org.waypost.testkit.script;
