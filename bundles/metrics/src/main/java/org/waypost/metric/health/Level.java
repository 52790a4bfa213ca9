package org.waypost.metric.health;

/** How well, the worst last. */
public enum Level { GREEN, YELLOW, RED }
