package org.waypost.format.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.routing.NextHop.SmartHost;

class SmartHostFormatTest {
    @Test
    void smartHostsAreReadAsPeopleWriteThem() {
        assertEquals(Optional.of(new SmartHost("[127.0.0.1]", 2600, false, "")), SmartHostFormat.parse("[127.0.0.1]:2600", ""));
        assertEquals(Optional.of(new SmartHost("[::1]", 25, false, "")), SmartHostFormat.parse("[::1]", ""));
        assertEquals(Optional.of(new SmartHost("mail.example.net", 25, false, "isp")), SmartHostFormat.parse("Mail.example.net:25", "isp"));
        assertEquals(Optional.of(new SmartHost("example.net", 25, true, "")), SmartHostFormat.parse("mx:example.net", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":25", "host:0", "host:65536", "host:port", "mx:[127.0.0.1]", "a b", "[127.0.0.1", "-x"})
    void nonsenseIsRefused(String text) {
        assertEquals(Optional.empty(), SmartHostFormat.parse(text, ""));
    }
}
