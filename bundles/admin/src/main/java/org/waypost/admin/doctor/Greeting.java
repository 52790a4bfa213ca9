package org.waypost.admin.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a mail server greets at an address, as others who have mail for it find it (RFC 5321 4.5.4.2: port 25). */
interface Greeting {
    /** Why it does not, as a clause; empty if it does. Waits some seconds. */
    Optional<String> fault(InetAddress address);

    /** @param port 25 but for tests */
    static Greeting onPort(int port) {
        return address -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), Patience.MILLIS);
                socket.setSoTimeout(Patience.MILLIS);
                String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
                return line != null && line.startsWith("220") ? Optional.empty()
                        : Optional.of(line == null ? "it ends the connection without a greeting" : "it greets with \"" + line + "\"");
            } catch (IOException e) {
                return Optional.of(e.getMessage());
            }
        };
    }

    /** With a server that may be slow on purpose. */
    final class Patience {
        static final int MILLIS = 10_000;

        private Patience() {
        }
    }
}
