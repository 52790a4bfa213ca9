package org.waypost.routing;

import java.util.Objects;

/** Where messages go next; each next hop has a link queue of its own. */
public sealed interface NextHop {
    /** The name of the delivery agent that serves it (its service property {@code waypost.agent}). */
    String agent();

    /** The name of its link queue, unique among the queues, such as {@code local:maildir}. */
    String queue();

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
}
