package org.waypost.admin.shell.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.shell.Printed;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.policy.RecipientPolicies.Preview;
import org.waypost.policy.RecipientUpdateService.Status;
import org.waypost.policy.Run;

class PolicyViewTest {
    private static final Policy DEFAULT = new Policy("Default Policy", "cn=Default Policy", Integer.MAX_VALUE, "(mailNickname=*)",
            List.of("SMTP:@example.com"), List.of("example.com"), List.of(), Optional.empty());
    private static final Policy BROKEN = new Policy("Seattle", "cn=Seattle", 1, "(l=Seattle", List.of(), List.of(), List.of(),
            Optional.of("the filter ends too early"));

    @Test
    void thosePoliciesThatAreLeftOutSayWhy() throws Exception {
        String listed = Printed.by(out -> PolicyView.list(List.of(BROKEN, DEFAULT), out));
        assertTrue(listed.contains("the filter ends too early") && listed.contains("last"), listed);
        assertTrue(Printed.by(out -> PolicyView.show(BROKEN, out)).contains("no: the filter ends too early"));
    }

    @Test
    void aPreviewSaysWhatIsKeptLostAndGot() throws Exception {
        Preview preview = new Preview("uid=a", Optional.of("Seattle"), List.of("smtp:a@old", "smtp:a@x"), List.of("SMTP:a@new", "smtp:a@x"),
                List.of("A note."));
        assertEquals(List.of("Recipient  uid=a", "Policy     Seattle", "  loses    smtp:a@old", "  keeps    smtp:a@x",
                "  gets     SMTP:a@new", "A note."), Printed.by(out -> PolicyView.preview(preview, out)).lines().toList());
    }

    @Test
    void anInstanceShowsItsLagAndItsRuns() throws Exception {
        Status status = new Status("Example", "dc=example", "", "IDLE", false, Optional.of(new Run(5, 10, 0, 4, 1)), Run.NOTHING,
                Optional.empty(), Optional.of(Duration.ofSeconds(3)));
        String listed = Printed.by(out -> PolicyView.instances(List.of(status), out));
        assertTrue(listed.contains("off, reports only") && listed.contains("3s")
                && listed.contains("5 of 10 seen, 0 written, 4 reported, 1 failed"), listed);
    }
}
