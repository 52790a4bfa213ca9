package org.waypost.directory.ldap.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.waypost.authentication.Authentication.Accepted;

/**
 * Users that proved themselves seconds ago, so that a client with many connections does not cost a bind for each. Of
 * the password an HMAC is kept, whose key is made at random for this process and never leaves it. Any thread.
 */
final class ProvenUsers {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 10_000;

    private final Duration kept;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Cache<String, Proof> proofs = Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    private record Proof(byte[] hash, Accepted user, Instant until) {}

    /** @param kept for how long, 0 for not at all */
    ProvenUsers(Duration kept, InstantSource clock, RandomGenerator random) {
        this.kept = kept;
        this.clock = clock;
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        key = new SecretKeySpec(secret, HMAC);
    }

    /** Who it is, if the same was believed a moment ago. */
    Optional<Accepted> find(String user, byte[] password) {
        Proof proof = proofs.getIfPresent(user);
        if (proof == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(proof.until())) {
            proofs.invalidate(user);
            return Optional.empty();
        }
        return MessageDigest.isEqual(proof.hash(), hash(user, password)) ? Optional.of(proof.user()) : Optional.empty();
    }

    void add(String user, byte[] password, Accepted accepted) {
        if (!kept.isZero()) {
            proofs.put(user, new Proof(hash(user, password), accepted, clock.instant().plus(kept)));
        }
    }

    private byte[] hash(String user, byte[] password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
