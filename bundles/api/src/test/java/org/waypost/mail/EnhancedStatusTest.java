package org.waypost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusTest {
    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "4.4.7", "5.999.999", "5.1.10"})
    void codesComeBackAsTheyWere(String text) {
        assertEquals(text, EnhancedStatus.of(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.1", "5.1.1.1", "3.0.0", "1.0.0", "5.1000.0", "5.1.1 ", "5.-1.0", "5.x.1", "5.١.1"})
    void otherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> EnhancedStatus.of(text));
    }

    @Test
    void numbersAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatus(3, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatus(5, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new EnhancedStatus(5, 0, 1_000));
    }
}
