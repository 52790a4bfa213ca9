package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.itests.harness.LoggedInClient;
import org.waypost.itests.harness.MailCounts;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.ReplacementUnderLoad;

/**
 * Each bundle that lives by the directory is replaced while twenty clients send to its recipients; so are, one after the
 * other, those that people see, and an administrator who has logged in stays so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryReplacementIT {
    private static final List<String> RECIPIENTS = List.of("bob@example.com", "second@example.com");

    private static final List<String> SEEN_BY_PEOPLE = List.of("tracking", "eventlog", "metrics", "admin", "admin-shell", "modules",
            "http-api", "web-console", "routing", "link-state", "categorizer");

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
        replacement().of(bundle, false);
    }

    @Test
    void neitherAClientNorAnAdministratorNotices() {
        try (LoggedInClient administrator = LoggedInClient.of(site.home())) {
            replacement().inTurn(SEEN_BY_PEOPLE, bundle -> administrator.awaitAnswer());
            assertEquals(List.of(), administrator.refusals());
            for (String path : List.of("", "metrics", "api/v1/queues", "api/v1/modules")) {
                assertEquals(200, administrator.status(path), path);
            }
        }
        assertTrue(site.home().shell("message:track --limit 1").contains("Event"));
        assertTrue(site.home().shell("module:list").contains("-turn"));
    }

    private ReplacementUnderLoad replacement() {
        return new ReplacementUnderLoad(site.home(), site.home().smtpPort(), RECIPIENTS, "bob", counts);
    }
}
