package org.waypost.http.account;

import java.time.Duration;

/** Of sessions. @param idle without a request, positive; @param longest from the login on, positive */
public record SessionLifetime(Duration idle, Duration longest) {}
