package org.waypost.itests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** swaks, the "Swiss army knife for SMTP". */
public final class Swaks {
    private Swaks() {}

    public static Command.Result send(int port, String from, String to, String... options) {
        List<String> words = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1", "--port", Integer.toString(port),
                "--from", from, "--to", to));
        words.addAll(List.of(options));
        return Command.run(Duration.ofSeconds(30), "", words);
    }
}
