package org.waypost.itests.harness;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** openssl s_client: what a stranger's TLS library sees. */
public final class OpenSslClient {
    private static final Pattern SUBJECT = Pattern.compile("subject=CN = (\\S+)");

    private OpenSslClient() {}

    /** The common name of the certificate shown after STARTTLS. */
    public static String commonNameByStartTls(int port) {
        return commonName(session(port, "-starttls", "smtp"));
    }

    /** The common name of the certificate shown with implicit TLS. */
    public static String commonName(int port) {
        return commonName(session(port));
    }

    /** All that s_client prints about a session that ends at once. */
    public static String session(int port, String... options) {
        List<String> words = new java.util.ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
        words.addAll(List.of(options));
        return Command.run(Duration.ofSeconds(20), "QUIT\r\n", words).output();
    }

    private static String commonName(String output) {
        Matcher m = SUBJECT.matcher(output);
        if (!m.find()) {
            throw new AssertionError("no certificate:\n" + output);
        }
        return m.group(1);
    }
}
