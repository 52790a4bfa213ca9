package org.waypost.transport.mina.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waypost.connection.ListenerSpec.Binding;

/** The listening sockets of one listener, held against what it is to listen on. Control thread only. */
final class Ports {
    /** Opens a socket for a binding, or says who has it. */
    @FunctionalInterface
    interface Opener {
        ListeningSocket open(Binding binding) throws IOException;
    }

    private final Map<Binding, ListeningSocket> sockets = new LinkedHashMap<>();
    private final Map<Binding, String> problems = new LinkedHashMap<>();

    void closeUnwanted(Set<Binding> wanted) {
        for (Binding open : List.copyOf(sockets.keySet())) {
            if (!wanted.contains(open)) {
                sockets.remove(open).close();
            }
        }
        problems.keySet().retainAll(wanted);
    }

    void openMissing(Set<Binding> wanted, Opener opener) {
        problems.clear();
        for (Binding binding : wanted) {
            if (!sockets.containsKey(binding)) {
                open(binding, opener);
            }
        }
    }

    private void open(Binding binding, Opener opener) {
        try {
            sockets.put(binding, opener.open(binding));
        } catch (BindingTakenException e) {
            problems.put(binding, e.getMessage());
        } catch (IOException | RuntimeException e) {
            problems.put(binding, "binding " + name(binding) + " cannot be opened (" + e.getMessage() + "), trying again");
        }
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }

    List<String> problems() {
        return List.copyOf(problems.values());
    }

    List<InetSocketAddress> listening() {
        List<InetSocketAddress> addresses = new ArrayList<>();
        sockets.values().forEach(socket -> addresses.add(socket.address()));
        return addresses;
    }

    /** Whether a socket stands in the way of another listener's binding. */
    boolean blocks(Binding binding) throws IOException {
        InetAddress host = InetAddress.getByName(binding.host());
        return sockets.values().stream().anyMatch(socket -> socket.overlaps(host, binding.port()));
    }

    static String name(Binding binding) {
        return (binding.host().contains(":") ? "[" + binding.host() + "]" : binding.host()) + ":" + binding.port();
    }
}
