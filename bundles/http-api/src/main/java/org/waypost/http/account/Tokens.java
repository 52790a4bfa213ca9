package org.waypost.http.account;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.event.EventLog;
import org.waypost.http.json.Json;

/** Bearer tokens (RFC 6750), which stay until they are revoked. Any thread. */
public final class Tokens {
    private static final int MOST = 1000;
    private static final int ID_LENGTH = 12;
    private static final String PREFIX = "waypost_";

    private final List<Token> all;
    private final Secrets secrets = new Secrets();
    private final KeptList<Token> kept;
    private final InstantSource clock;

    Tokens(Path file, Json json, EventLog events, InstantSource clock) {
        this.kept = new KeptList<>(file, Token.class, json, events);
        this.clock = clock;
        this.all = new ArrayList<>(kept.read());
    }

    /** @param secret shown this once */
    public record Made(Token token, String secret) {}

    /** Empty if there are {@value #MOST} already. */
    public synchronized Optional<Made> make(String name, Role role, String maker) {
        if (all.size() >= MOST) {
            return Optional.empty();
        }
        String secret = PREFIX + secrets.fresh();
        String hash = Secrets.hash(secret);
        Token token = new Token(hash.substring(0, ID_LENGTH), name, role, hash, maker, clock.instant());
        all.add(token);
        kept.write(all);
        return Optional.of(new Made(token, secret));
    }

    /** In the order they were made. */
    public synchronized List<Token> list() {
        return List.copyOf(all);
    }

    /** Empty if there is none of that id. */
    public synchronized Optional<Token> revoke(String id) {
        Optional<Token> found = all.stream().filter(token -> token.id().equals(id)).findFirst();
        found.ifPresent(token -> {
            all.remove(token);
            kept.write(all);
        });
        return found;
    }

    synchronized Optional<Account> account(String secret) {
        String hash = Secrets.hash(secret);
        return all.stream().filter(token -> Secrets.equal(token.hash(), hash)).findFirst()
                .map(token -> new Account("token " + token.name(), token.role()));
    }
}
