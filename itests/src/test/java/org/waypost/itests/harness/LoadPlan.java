package org.waypost.itests.harness;

import java.util.List;

/**
 * What load clients do.
 *
 * @param name first part of each message's id; different for each run that counts into the same place
 * @param port of 127.0.0.1
 * @param sessions at once, each on one connection for as long as it stands
 * @param recipients taken in turn, one for each message
 * @param bodyBytes size of a message's body
 * @param mayBreak whether a lost connection is expected (the server is killed) and no failure
 */
public record LoadPlan(String name, int port, int sessions, List<String> recipients, int bodyBytes, boolean mayBreak) {}
