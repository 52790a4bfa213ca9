package org.waypost.smtp.server.session;

import java.util.Optional;
import org.waypost.smtp.server.authentication.Credentials;
import org.waypost.smtp.server.authentication.SaslResponse;

/** How far an authentication exchange is: what the server asked last. Plain data that holds no password. */
public sealed interface Exchange {
    /** The 334 that asks. */
    String challenge();

    /** PLAIN (RFC 4616): nothing is asked but to go on. */
    record Plain() implements Exchange {
        @Override
        public String challenge() {
            return "";
        }
    }

    /** LOGIN: "Username:". */
    record LoginUser() implements Exchange {
        @Override
        public String challenge() {
            return "VXNlcm5hbWU6";
        }
    }

    /**
     * LOGIN: "Password:".
     *
     * @param user the answer to the question before
     */
    record LoginPassword(String user) implements Exchange {
        @Override
        public String challenge() {
            return "UGFzc3dvcmQ6";
        }
    }

    /** The beginning of a mechanism, by its name in upper case; empty if it is not offered. */
    static Optional<Exchange> of(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> Optional.of(new Plain());
            case "LOGIN" -> Optional.of(new LoginUser());
            default -> Optional.empty();
        };
    }

    /** What a decoded response leads to; it is wiped. */
    default Outcome answer(byte[] response) {
        if (this instanceof LoginUser) {
            return SaslResponse.user(response).<Outcome>map(user -> new Outcome.Ask(new LoginPassword(user)))
                    .orElseGet(Outcome.Nobody::new);
        }
        Optional<Credentials> credentials = this instanceof LoginPassword login
                ? SaslResponse.password(login.user(), response) : SaslResponse.plain(response);
        return credentials.<Outcome>map(Outcome.Check::new).orElseGet(Outcome.Nobody::new);
    }

    /** See {@link #answer}. */
    sealed interface Outcome {
        /** Go on. */
        record Ask(Exchange next) implements Outcome {}

        /** The client said all. */
        record Check(Credentials credentials) implements Outcome {}

        /** That is no user and password. */
        record Nobody() implements Outcome {}
    }
}
