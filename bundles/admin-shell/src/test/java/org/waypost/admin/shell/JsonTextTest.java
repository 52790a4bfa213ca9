package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void textIsEscapedAsTheRfcDemands() {
        assertEquals("\"a\\\"b\\\\c/d\"", JsonText.of("a\"b\\c/d"));
        assertEquals("\"\\r\\n\\t\\u0000\\u001b\\u007f\"", JsonText.of("\r\n\t\0\u001b\u007f"));
        assertEquals("\"\\u00fc \\ud83d\\ude00 \\ud83d\\u202e\"", JsonText.of("ü \ud83d\ude00 \ud83d\u202e"));
        assertEquals("\"\"", JsonText.of(""));
    }

    @Test
    void valuesAreWhatTheyAre() {
        assertEquals("-7", JsonText.of(-7));
        assertEquals("9223372036854775807", JsonText.of(Long.MAX_VALUE));
        assertEquals("true", JsonText.of(true));
        assertEquals("null", JsonText.of(Optional.empty()));
        assertEquals("\"2026-01-01T00:00:00Z\"", JsonText.of(Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
        assertEquals("[]", JsonText.of(List.of()));
        assertEquals("{}", JsonText.of(Map.of()));
    }

    @Test
    void recordsAreObjectsOfTheirComponents() {
        assertEquals(String.join("\n", "{", "  \"name\": \"a\",", "  \"inner\": [", "    {", "      \"name\": \"b\",", "      \"inner\": []",
                "    },", "    {", "      \"name\": \"\\\"\",", "      \"inner\": []", "    }", "  ]", "}"),
                JsonText.of(new Named("a", List.of(new Named("b", List.of()), new Named("\"", List.of())))));
        assertEquals("{\n  \"\\n\": {\n    \"name\": \"x\",\n    \"inner\": []\n  }\n}",
                JsonText.of(Map.of("\n", new Named("x", List.of()))));
    }

    /** For JSON. */
    public record Named(String name, List<Named> inner) {}
}
