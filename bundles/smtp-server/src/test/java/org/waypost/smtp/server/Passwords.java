package org.waypost.smtp.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.authentication.Authentication;
import org.waypost.authentication.Authenticator;

/** Knows alice, also by her address, and her password {@code sesame}; the user {@code later} cannot be looked up. */
final class Passwords implements Authenticator {
    static final Set<String> ADDRESSES = Set.of("alice@example.com", "Alice.Smith@example.com");
    final List<char[]> given = new ArrayList<>();

    @Override
    public CompletionStage<Authentication> authenticate(String user, char[] password) {
        given.add(password);
        return CompletableFuture.completedStage(answer(user, new String(password)));
    }

    private static Authentication answer(String user, String password) {
        if (user.equals("later")) {
            return new Authentication.Unavailable("no server answers");
        }
        boolean right = Set.of("alice", "alice@example.com").contains(user) && password.equals("sesame");
        return right ? new Authentication.Accepted("alice", ADDRESSES) : new Authentication.Denied();
    }
}
