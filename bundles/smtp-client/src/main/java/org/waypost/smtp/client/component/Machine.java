package org.waypost.smtp.client.component;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.format.smtp.AddressFormat;

/** What the machine says about itself. */
final class Machine {
    private Machine() {
    }

    /** Its host name, or {@code localhost} if it has none that EHLO could carry. */
    static String name() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return AddressFormat.isDomain(name, false) ? name : "localhost";
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** Its addresses except loopback. */
    static Set<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress()).collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
