package org.waypost.format.dsn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;

/** Reports for tests. */
final class Reports {
    static final Instant ARRIVED = Instant.parse("2026-11-24T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-24T12:34:56Z");

    private Reports() {}

    static DsnReport of(RecipientReport... recipients) {
        return of(false, recipients);
    }

    static DsnReport of(boolean international, RecipientReport... recipients) {
        return new DsnReport("mx.example.com", Address.of("postmaster@example.com"), new Address("alice", "example.com"), "0ABC.dsn@mx.example.com",
                NOW, ARRIVED, Optional.of("client.example.com"), Optional.of("envelope 7"), international, List.of(recipients));
    }

    static RecipientReport failed() {
        return new RecipientReport(Address.of("bob@example.net"), Optional.of("rfc822;robert@example.org"), Action.FAILED,
                EnhancedStatus.of("5.1.1"), "550 5.1.1 <bob@example.net>: no such user\r\nhere, and never was", true, "mx.example.net",
                Optional.of(NOW), Optional.empty());
    }

    static RecipientReport delayed() {
        return new RecipientReport(new Address("b b", "example.net"), Optional.empty(), Action.DELAYED, EnhancedStatus.of("4.4.1"),
                "No answer from the host", false, "mx2.example.net", Optional.of(NOW), Optional.of(NOW.plusSeconds(172_800)));
    }

    static RecipientReport with(Action action, String status) {
        return new RecipientReport(Address.of("carol@example.net"), Optional.empty(), action, EnhancedStatus.of(status), "", false, "",
                Optional.empty(), Optional.empty());
    }

    static RecipientReport international() {
        return new RecipientReport(new Address("用户", "例え.テスト"), Optional.of("utf-8;josé@example.net"), Action.FAILED,
                EnhancedStatus.of("5.7.1"), "550 5.7.1 refusé", true, "mx.example.net", Optional.of(NOW), Optional.empty());
    }
}
