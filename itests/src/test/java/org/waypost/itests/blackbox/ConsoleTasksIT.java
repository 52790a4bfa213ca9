package org.waypost.itests.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.browser.ConsoleSite;
import org.waypost.itests.browser.ConsoleTab;
import org.waypost.itests.browser.SharedConsole;
import org.waypost.itests.harness.Poll;

/** The main task of each further page, and one of them without a mouse. */
@ExtendWith(SharedConsole.class)
class ConsoleTasksIT {
    private static final int KEYS = 80;

    @Test
    void thePathOfARecipientIsDrawnOnTheMapAndStandsBesideIt(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("vera")) {
            byte[] before = tab.go("Routing").page().locator("#map").screenshot();
            tab.fill("To", "erin@example.com").button("Show the path").click();
            tab.says("It goes on").seesRow("Branch", "On to the South", "South", "11");
            Poll.until(ConsoleSite.LIMIT, "the map has changed", () -> !Arrays.equals(before, tab.page().locator("#map").screenshot()));
            tab.keepScreenshot("routing-path");
        }
    }

    @Test
    void aNewEventComesByItselfWhileAVirtualServerIsPausedAndStarted(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("otto")) {
            tab.go("Event viewer").fill("Text", "paused");
            tab.page().waitForResponse(answer -> answer.url().contains("/api/v1/events?"), () -> { });
            tab.button("Filter").click();
            tab.says("No event is as the filter says.");
            Page servers = tab.another();
            servers.navigate("/servers");
            servers.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")).click();
            assertThat(servers.getByText("Paused").first()).isVisible();
            tab.seesRow("default", "paused");
            servers.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start")).click();
            assertThat(servers.getByText("Started").first()).isVisible();
        }
    }

    @Test
    void aPolicyIsTriedOnARecipient(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("vera")) {
            tab.go("Recipient policies").fill("Recipient (DN, alias or address)", "bob").button("Show").click();
            tab.says("uid=bob,ou=People,dc=example,dc=com").says("SMTP:bob@example.com").keepScreenshot("policy-preview");
        }
    }

    @Test
    void theDirectoryIsComparedWithTheMetabase(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("otto")) {
            tab.go("Directory").seesRow("ldap://127.0.0.1", "Up");
            tab.button("Compare everything again").click();
            assertThat(tab.content().locator(".done")).isVisible();
        }
    }

    @Test
    void aQueueIsFrozenWithoutAMouse(ConsoleSite site) {
        try (ConsoleTab tab = site.stranger()) {
            tab.open("/queues").page().getByLabel("User").waitFor();
            type(tab, "otto");
            tab.page().keyboard().press("Tab");
            type(tab, ConsoleSite.PASSWORD);
            tab.page().keyboard().press("Enter");
            tab.heading("Queues");
            press(tab, "Choose submission", "Space");
            press(tab, "Freeze 1", "Enter");
            tab.seesRow("submission", "Frozen");
            press(tab, "Unfreeze 1", "Enter");
            assertThat(tab.row("submission", "Frozen")).hasCount(0);
        }
    }

    /** Goes by Tab to what has that name for those who do not see, and presses a key there. */
    private static void press(ConsoleTab tab, String name, String key) {
        int keys = 0;
        while (!name.equals(focused(tab))) {
            assertFalse(keys++ > KEYS, name + " cannot be reached by Tab");
            tab.page().keyboard().press("Tab");
        }
        tab.page().keyboard().press(key);
    }

    private static Object focused(ConsoleTab tab) {
        return tab.page().evaluate("() => (document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()");
    }

    private static void type(ConsoleTab tab, String text) {
        tab.page().keyboard().type(text);
    }
}
