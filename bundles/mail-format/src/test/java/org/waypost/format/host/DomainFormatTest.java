package org.waypost.format.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainFormatTest {
    @Test
    void namesAreReadInAnyLanguage() {
        assertEquals(Optional.of("example.com"), DomainFormat.parse("Example.COM"));
        assertEquals(Optional.of("xn--bcher-kva.example"), DomainFormat.parse("B\u00fccher.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", "-a.example", "exa mple.com", "a_b.example", "example.com.", "\ud800.example", "xn--\u0080"})
    void nonsenseIsRefused(String text) {
        assertEquals(Optional.empty(), DomainFormat.parse(text));
    }
}
