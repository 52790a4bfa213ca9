package org.waypost.itests.blackbox;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.itests.harness.MailCounts;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.ReplacementUnderLoad;

/** Each bundle that lives by the directory is replaced while twenty clients send to its recipients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryReplacementIT {
    private static final List<String> RECIPIENTS = List.of("bob@example.com", "second@example.com");

    private final MailCounts counts = new MailCounts();
    private OrganizationSite site;

    @BeforeAll
    void start() {
        site = OrganizationSite.embedded("directory-replacement");
        site.awaitStamped("bob");
        site.directory().replace("uid=bob," + OrganizationSite.PEOPLE, "proxyAddresses", "SMTP:bob@example.com", "smtp:second@example.com");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"categorizer", "directory", "directory-to-metabase", "recipient-policy", "metabase", "directory-embedded"})
    void noClientNotices(String bundle) {
        new ReplacementUnderLoad(site.home(), site.home().smtpPort(), RECIPIENTS, "bob", counts).of(bundle, false);
    }
}
