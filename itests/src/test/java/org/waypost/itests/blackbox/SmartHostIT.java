package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpSink;

/** With a smart host all foreign mail goes there. It is set, and taken away again, while the server runs. */
@ExtendWith(SharedSite.class)
class SmartHostIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Site site;

    @TempDir
    private Path folder;

    SmartHostIT(Site site) {
        this.site = site;
    }

    @Test
    void byNameAndByAddress() throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(44))) {
            for (String name : new String[] {"smart.test", "[127.0.0.44]"}) {
                String host = name + ":" + site.remote(44).getPort();
                site.home().configure("org.waypost.routing", Map.of("smartHost", host));
                Letter letter = awaitArrival(sink, host);
                assertTrue(sink.messages().stream().anyMatch(text -> text.contains(letter.token()) && text.contains("carol@null.test")));
            }
        } finally {
            site.home().unset("/LM/Routing", "smartHost");
        }
    }

    // The new setting holds from a moment on that the test does not see: mail sent before comes back.
    private Letter awaitArrival(SmtpSink sink, String host) {
        return Poll.value(SOON, "mail goes to " + host, () -> {
            Letter letter = Letter.write();
            letter.send(site.relayPort(), "bob@example.com", "carol@null.test");
            Poll.until(SOON, "it arrives or comes back", () -> arrived(sink, letter) || cameBack(letter));
            return arrived(sink, letter) ? Optional.of(letter) : Optional.empty();
        });
    }

    private static boolean arrived(SmtpSink sink, Letter letter) {
        return sink.messages().stream().anyMatch(text -> text.contains(letter.token()));
    }

    private boolean cameBack(Letter letter) {
        return site.home().maildir("bob").messages().stream().anyMatch(text -> text.contains(letter.token()));
    }
}
