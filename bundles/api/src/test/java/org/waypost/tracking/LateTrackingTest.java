package org.waypost.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.mail.MessageId;

class LateTrackingTest {
    private final LateTracking late = new LateTracking();
    private final List<TrackingEvent> first = new ArrayList<>();
    private final List<TrackingEvent> second = new ArrayList<>();
    private final Tracking one = first::add;
    private final Tracking two = second::add;

    @Test
    void nothingIsKeptForOneThatNeverCame() {
        late.record(event(1));
        assertFalse(late.isOn());
        late.bind(one);
        late.record(event(2));
        assertEquals(List.of(event(2)), first);
    }

    @Test
    void aReplacementIsToldWhatItMissed() {
        late.bind(one);
        late.unbind(one);
        late.record(event(1));
        assertTrue(late.isOn());
        late.bind(two);
        late.record(event(2));
        assertEquals(List.of(), first);
        assertEquals(List.of(event(1), event(2)), second);
    }

    @Test
    void noMoreThanTheFirstAreKept() {
        late.bind(one);
        late.unbind(one);
        for (int i = 0; i < 10_001; i++) {
            late.record(event(i));
        }
        late.bind(two);
        assertEquals(10_000, second.size());
        assertEquals(event(0), second.get(0));
    }

    @Test
    void goingOfAnOlderOneDoesNotMatter() {
        late.bind(one);
        late.bind(two);
        late.unbind(one);
        late.record(event(1));
        assertEquals(List.of(event(1)), second);
    }

    private static TrackingEvent event(long id) {
        return TrackingEvent.of(Instant.EPOCH, TrackingKind.RECEIVED, new MessageId(id)).build();
    }
}
