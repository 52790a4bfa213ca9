package org.waypost.itests.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.browser.ConsoleSite;
import org.waypost.itests.browser.ConsoleTab;
import org.waypost.itests.browser.SharedConsole;
import org.waypost.itests.harness.BundleVariant;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.SteadySender;

/** The categorizer is replaced on the page of modules, by a jar that is uploaded, while mail flows. */
@ExtendWith(SharedConsole.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleModulesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String COMPONENTS = "org.waypost.categorize.component";

    @Test
    @Order(1)
    void aNewVersionIsUploadedAndKeptWhileMailFlows(ConsoleSite site) {
        Path variant = BundleVariant.of(Checkout.bundle("categorizer")).renamingInternals("v2").write("uploaded");
        try (ConsoleTab tab = site.loggedIn("admin");
                SteadySender sender = SteadySender.start(site.home().smtpAddress(), "bob@example.com", PAUSE)) {
            upload(tab, variant);
            tab.keepScreenshot("module-plan").button("Replace").click();
            tab.says("was replaced by");
            tab.seesRow("org.waypost.categorizer", "Kept");
            Poll.until(LIMIT, "mail went on", () -> sender.accepted().size() > 20);
            sender.close();
            assertEquals(List.of(), sender.failures());
            site.home().maildir("bob").holdsOnce(LIMIT, sender.accepted());
        }
    }

    @Test
    @Order(2)
    void aBrokenVersionIsTakenBackByItselfAndThePageSaysWhy(ConsoleSite site) {
        Path broken = BundleVariant.of(Checkout.bundle("categorizer")).renaming(COMPONENTS, COMPONENTS + "2").write("broken-upload");
        try (ConsoleTab tab = site.loggedIn("admin")) {
            upload(tab, broken);
            tab.button("Replace").click();
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("was taken back");
            tab.seesRow("org.waypost.categorizer", "Rolled back");
            tab.keepScreenshot("module-taken-back");
        }
    }

    @Test
    @Order(3)
    void whatIsNoBundleIsRefusedInWords(ConsoleSite site) {
        site.home().write("letter.jar", "Dear administrator");
        try (ConsoleTab tab = site.loggedIn("admin")) {
            choose(tab, site.home().folder().resolve("letter.jar"));
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("letter.jar is not the jar of a module");
            tab.keepScreenshot("module-refused");
        }
    }

    private static void upload(ConsoleTab tab, Path jar) {
        choose(tab, jar);
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("Replace org.waypost.categorizer?");
    }

    private static void choose(ConsoleTab tab, Path jar) {
        tab.go("Modules").page().getByLabel("Jar that replaces a module").setInputFiles(jar);
        tab.button("Look at it …").click();
    }
}
