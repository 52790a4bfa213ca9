package org.waypost.admin.component;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.waypost.admin.Answer;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.doctor.Facts;
import org.waypost.smtp.VirtualServerStatus;

/** Gathers {@link Facts} from the configurations in force and from what listens. */
record FactFinder(Configured configured, ServerAdmin servers) {
    private static final String SERVER = "org.waypost.smtp.server";

    Facts find() {
        String base = System.getProperty("karaf.base", System.getProperty("user.dir"));
        return new Facts(configured.instances(SERVER).stream().map(FactFinder::server).toList(), domains(), addresses(), dnsServers(),
                Path.of(System.getProperty("karaf.etc", base + "/etc")), Path.of(System.getProperty("karaf.data", base + "/data")));
    }

    private static Facts.VirtualServer server(Dictionary<String, Object> settings) {
        return new Facts.VirtualServer(text(settings, "name", "default"), text(settings, "hostName", ""),
                Configured.texts(settings.get("relayNetworks")), text(settings, "tlsCertificate", ""));
    }

    private static String text(Dictionary<String, Object> settings, String key, String otherwise) {
        Object value = settings.get(key);
        return value == null ? otherwise : value.toString().trim();
    }

    private List<String> domains() {
        Stream<String> ofServers = configured.instances(SERVER).stream().flatMap(s -> Configured.texts(s.get("localDomains")).stream());
        return Stream.of(configured.list("org.waypost.categorizer", "authoritativeDomains").stream(),
                configured.list("org.waypost.recipients", "localDomains").stream(), ofServers)
                .flatMap(domains -> domains).map(domain -> domain.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private List<String> dnsServers() {
        Stream<String> ofVirtualServers = configured.instances(SERVER).stream()
                .flatMap(settings -> Configured.texts(settings.get("externalDns")).stream());
        return Stream.concat(configured.list("org.waypost.dns", "servers").stream(), ofVirtualServers).distinct().toList();
    }

    private List<InetAddress> addresses() {
        List<VirtualServerStatus> all = servers.servers() instanceof Answer.Ok<List<VirtualServerStatus>> ok ? ok.value() : List.of();
        return all.stream().flatMap(server -> server.listening().stream()).map(FactFinder::address)
                .flatMap(address -> address.isAnyLocalAddress() ? ofMachine() : Stream.of(address)).distinct().toList();
    }

    private static InetAddress address(String listening) {
        try {
            return InetAddress.getByName(listening.substring(0, listening.lastIndexOf(':')));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address that is listened on is none: " + listening, e);
        }
    }

    private static Stream<InetAddress> ofMachine() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            throw new IllegalStateException("the addresses of the machine are not to be had", e);
        }
    }
}
