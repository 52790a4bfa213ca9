package org.waypost.linkstate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;

class LateLinkStatesTest {
    private final List<String> digests = new ArrayList<>();
    private final LateLinkStates late = new LateLinkStates(this::changed);

    @Test
    void theMapToldLastHoldsOverAReplacement() {
        Told old = new Told(map("one"));
        late.bind(old);
        late.unbind(old);
        assertEquals("one", late.get().digest());
        assertEquals(Optional.empty(), late.present());

        Told next = new Told(OrganizationMap.EMPTY);
        late.bind(next);
        assertEquals("one", late.get().digest(), "the new one knows none yet");
        next.tell(map("one"));
        next.tell(map("two"));
        assertEquals(List.of("one", "two"), digests);
        assertEquals(Optional.of(next), late.present());
    }

    @Test
    void oneThatHasBeenReplacedIsNotListenedTo() {
        Told old = new Told(map("one"));
        Told next = new Told(map("two"));
        late.bind(old);
        late.bind(next);
        old.tell(map("three"));
        late.unbind(old);

        assertEquals(List.of("one", "two"), digests);
        assertEquals(0, old.listeners.size());
        assertEquals(Optional.of(next), late.present());
    }

    private void changed() {
        digests.add(late.get().digest());
    }

    private static OrganizationMap map(String digest) {
        return new OrganizationMap(Collections.emptySortedMap(), digest);
    }

    /** Tells the maps that a test gives it. */
    private static final class Told implements LinkStates {
        private final List<Consumer<OrganizationMap>> listeners = new ArrayList<>();
        private OrganizationMap map;

        Told(OrganizationMap map) {
            this.map = map;
        }

        void tell(OrganizationMap newMap) {
            map = newMap;
            listeners.forEach(listener -> listener.accept(newMap));
        }

        @Override
        public OrganizationMap map() {
            return map;
        }

        @Override
        public AutoCloseable watch(Consumer<OrganizationMap> listener) {
            listeners.add(listener);
            listener.accept(map);
            return () -> listeners.remove(listener);
        }

        @Override
        public void failed(UUID connector, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reached(UUID connector) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LinkStateStatus status() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Answer<String>> moveMaster(String group, String server) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String write(OrganizationMap map) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answer<OrganizationMap> read(String text) {
            throw new UnsupportedOperationException();
        }
    }
}
