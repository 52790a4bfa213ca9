package org.waypost.routing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.waypost.topology.Schedule;

/** Where messages go next; each next hop has a link queue of its own. */
public sealed interface NextHop {
    /** The name of the delivery agent that serves it (its service property {@code waypost.agent}). */
    String agent();

    /** The name of its link queue, unique among the queues, such as {@code local:maildir}. */
    String queue();

    /** The name of the credentials to authenticate with in the agent's configuration, or empty. */
    default String credentials() {
        return "";
    }

    /** Mailboxes of this server. */
    record Local(String agent) implements NextHop {
        @Override
        public String queue() {
            return "local:" + agent;
        }
    }

    /** The mail exchangers of a domain, found in the DNS. */
    record Domain(String domain) implements NextHop {
        public Domain {
            Objects.requireNonNull(domain);
        }

        @Override
        public String agent() {
            return "smtp";
        }

        @Override
        public String queue() {
            return "smtp:" + domain;
        }
    }

    /**
     * A named host that takes all that is given to it.
     *
     * @param host a name, or an address in brackets
     * @param lookupMx whether the name's mail exchangers are meant rather than its addresses
     * @param credentials the name of the credentials to authenticate with in the agent's configuration,
     *     or empty
     */
    record SmartHost(String host, int port, boolean lookupMx, String credentials) implements NextHop {
        public SmartHost {
            Objects.requireNonNull(host);
            Objects.requireNonNull(credentials);
        }

        @Override
        public String agent() {
            return "smtp";
        }

        @Override
        public String queue() {
            return "smtp:" + host + ":" + port;
        }
    }

    /**
     * A server of the organization, or the hosts that a connector leads to: hosts that are tried in turn.
     *
     * @param connector its name, or empty for a server of the own routing group
     * @param id of the connector whose state it shows whether a host answers; empty if none, as for one by MX
     * @param hosts at least one, in the order to be tried
     * @param schedule when it may be used
     * @param oversize whether the schedule is the one of large messages, which wait in a queue of their own
     */
    record Link(String connector, Optional<UUID> id, List<Host> hosts, Schedule schedule, boolean oversize) implements NextHop {
        public Link {
            Objects.requireNonNull(connector);
            Objects.requireNonNull(id);
            hosts = List.copyOf(hosts);
            Objects.requireNonNull(schedule);
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("no host for " + connector);
            }
        }

        public Link(String connector, Optional<UUID> id, List<Host> hosts, Schedule schedule) {
            this(connector, id, hosts, schedule, false);
        }

        @Override
        public String credentials() {
            return hosts.get(0).credentials();
        }

        @Override
        public String agent() {
            return "smtp";
        }

        @Override
        public String queue() {
            if (connector.isEmpty()) {
                return "server:" + hosts.get(0).server().orElse(hosts.get(0).host());
            }
            String byHost = id.isPresent() ? "" : ":" + hosts.get(0).host();
            return "connector:" + connector + byHost + (oversize ? ":oversize" : "");
        }
    }

    /**
     * @param server the name of the server of the organization that must be found there, and be shown by mutual TLS; empty
     *     for a stranger
     * @param host a name, or an address in brackets
     * @param lookupMx whether the name's mail exchangers are meant
     * @param credentials as a smart host's
     */
    record Host(Optional<String> server, String host, int port, boolean lookupMx, String credentials) {
        public Host {
            Objects.requireNonNull(server);
            Objects.requireNonNull(host);
            Objects.requireNonNull(credentials);
        }
    }
}
