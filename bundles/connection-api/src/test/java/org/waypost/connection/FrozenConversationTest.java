package org.waypost.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrozenConversationTest {
    private static FrozenConversation frozen(Object value) {
        return new FrozenConversation("test", 1, Map.of("value", value));
    }

    @Test
    void takesPlainDataAllTheWayDown() {
        assertEquals(List.of("a", 1, Map.of("b", 2L)), frozen(List.of("a", 1, Map.of("b", 2L))).data().get("value"));
    }

    @Test
    void refusesEverythingElse() {
        assertThrows(IllegalArgumentException.class, () -> frozen(Instant.EPOCH));
        assertThrows(IllegalArgumentException.class, () -> frozen(List.of(Map.of("a", Instant.EPOCH))));
        assertThrows(IllegalArgumentException.class, () -> frozen(Map.of(1, "a")));
        assertThrows(IllegalArgumentException.class, () -> new FrozenConversation("test", 0, Map.of()));
    }

    @Test
    void keepsNoCollectionOfTheProtocol() {
        List<String> own = new ArrayList<>(List.of("a")) {
            private static final long serialVersionUID = 1L;
        };
        Object kept = frozen(own).data().get("value");
        own.add("b");
        assertEquals(List.of("a"), kept);
        assertNull(kept.getClass().getClassLoader());
    }
}
