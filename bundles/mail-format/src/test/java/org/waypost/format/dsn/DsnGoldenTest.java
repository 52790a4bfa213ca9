package org.waypost.format.dsn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.mail.BodyType;

/** DSNs against files that a person has read. The files hold LF where the DSN has CRLF. */
class DsnGoldenTest {
    private final DsnWriter writer = new DsnWriter(new Random(1));

    @Test
    void failedWithMessage() throws IOException {
        assertGolden("failed-message", writer.withMessage(Reports.of(Reports.failed()), BodyType.SEVEN_BIT), "Subject: hello\r\n\r\nbody\r\n");
    }

    @Test
    void mixedWithHeader() throws IOException {
        byte[] header = "Subject: é\r\nTo: b\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertGolden("mixed-header", writer.withHeader(Reports.of(Reports.failed(), Reports.delayed(), Reports.with(Action.DELIVERED, "2.1.5"),
                Reports.with(Action.RELAYED, "2.1.9"), Reports.with(Action.EXPANDED, "2.1.5")), header), "");
    }

    @Test
    void internationalWithMessage() throws IOException {
        assertGolden("international-message", writer.withMessage(Reports.of(true, Reports.international()), BodyType.EIGHT_BIT_MIME),
                "Subject: é\r\n\r\nbody\r\n");
    }

    private static void assertGolden(String name, Dsn dsn, String returned) throws IOException {
        String whole = DsnText.whole(dsn, returned.getBytes(StandardCharsets.UTF_8));
        try (InputStream golden = DsnGoldenTest.class.getResourceAsStream("/dsn/" + name + ".eml")) {
            assertNotNull(golden, () -> "no golden file for:\n" + whole);
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), whole.replace("\r\n", "\n"));
        }
    }
}
