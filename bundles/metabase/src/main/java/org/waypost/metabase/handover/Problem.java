package org.waypost.metabase.handover;

import java.util.List;
import org.waypost.metabase.store.MetabaseEvent;

/** What cannot be handed over; equal for the same trouble, so that it is reported once. */
public record Problem(MetabaseEvent event, List<Object> parameters) {
    public Problem {
        parameters = List.copyOf(parameters);
    }
}
