package org.waypost.smtp.server.session;

import java.util.Objects;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.linkstate.Membership.Members;
import org.waypost.metrics.Meter;
import org.waypost.smtp.server.content.ContentStore;
import org.waypost.smtp.server.settings.ServerSettings;

/** What all sessions of a virtual server share. */
public record Environment(Supplier<ServerSettings> settings, Supplier<Members> members, CommandTable commands, Verbs verbs,
        ContentStore store, Reception reception, AuthenticationSteps authentication, EventLog events, Meter meter) {
    public Environment {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(members);
        Objects.requireNonNull(commands);
        Objects.requireNonNull(verbs);
        Objects.requireNonNull(store);
        Objects.requireNonNull(reception);
        Objects.requireNonNull(authentication);
        Objects.requireNonNull(events);
        Objects.requireNonNull(meter);
    }
}
