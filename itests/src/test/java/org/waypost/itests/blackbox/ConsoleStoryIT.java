package org.waypost.itests.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.browser.ConsoleSite;
import org.waypost.itests.browser.ConsoleTab;
import org.waypost.itests.browser.SharedConsole;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.ScriptedSink;

/** Mail is stuck, and an administrator sees it through with nothing but the console. */
@ExtendWith(SharedConsole.class)
class ConsoleStoryIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Test
    void whatIsStuckIsFoundItsConnectorMendedItsQueueForcedAndItsDeliverySeen(ConsoleSite site) throws IOException {
        send(site, "writer@client.test", "partner@example.com", "For the partner");
        try (ConsoleTab tab = site.loggedIn("admin"); ScriptedSink partner = ScriptedSink.start(site.partner())) {
            tab.go("Queues").fill("Name contains", "partn");
            Locator stuck = tab.seesRow("connector:Partner", "Retry");
            assertThat(stuck).containsText("Connection refused");
            tab.link("connector:Partner").click();
            tab.seesRow("writer@client.test").getByRole(AriaRole.LINK).click();
            assertThat(tab.seesRow("partner@partner.example")).containsText("Connection refused");
            tab.keepScreenshot("story-stuck");
            mend(tab, site);
            tab.go("Queues");
            tab.seesRow("connector:Partner").getByRole(AriaRole.CHECKBOX).check();
            tab.button("Force 1").click();
            Poll.until(LIMIT, "the partner has it", () -> partner.messages().size() == 1);
            assertTrue(partner.messages().get(0).text().contains("Subject: For the partner"));
            tab.go("Message tracking").fill("Recipient", "partner@partner.example").button("Find").click();
            tab.seesRow("Transferred").getByRole(AriaRole.LINK).first().click();
            assertThat(tab.content().locator(".timeline > li").last()).containsText("Transferred");
            tab.says("127.0.0.1:" + site.partner().getPort()).keepScreenshot("story-delivered");
        }
    }

    @Test
    void aVirtualServerIsMadeAndDeletedAgain(ConsoleSite site) {
        String binding = "127.0.0.1:" + Ports.free();
        try (ConsoleTab tab = site.loggedIn("admin")) {
            tab.go("Virtual servers").button("New virtual server").click();
            tab.fill("Name", "second").fill("Bindings", "127.0.0.1:" + site.home().smtpPort()).button("Create").click();
            tab.says("waypost/default listens on").keepScreenshot("server-taken");
            tab.fill("Bindings", binding).button("Create").click();
            tab.says("at this server, as the directory has it").link("All virtual servers").click();
            tab.seesRow("second", binding);
            tab.button("Delete second of waypost …").click();
            tab.button("Delete").click();
            tab.says("Deleted: the virtual server waypost/second.");
            assertThat(tab.row("second", binding)).isHidden();
        }
    }

    @Test
    void hostileNamesAreShownAsTheyAreWritten(ConsoleSite site) throws IOException {
        send(site, "\"" + HOSTILE + "\"@client.test", "dave@example.com", HOSTILE);
        try (ConsoleTab tab = site.loggedIn("admin")) {
            tab.go("Queues").seesRow("connector:To the Branch", "Connection refused");
            tab.link("connector:To the Branch").click();
            tab.seesRow(HOSTILE).getByRole(AriaRole.LINK).click();
            tab.says(HOSTILE).button("Show header and first text").click();
            assertThat(tab.content().locator("dl.fields")).containsText(HOSTILE);
            tab.link("What happened to it").click();
            tab.says(HOSTILE).keepScreenshot("hostile");
            assertEquals(0, tab.content().locator("img").count());
            assertEquals(List.of(), tab.errors());
        }
    }

    private static void mend(ConsoleTab tab, ConsoleSite site) {
        tab.go("Connectors").link("Partner").click();
        tab.fill("Smart host", "[127.0.0.1]:" + site.partner().getPort()).button("Save").click();
        assertThat(tab.content().locator("p.done")).isVisible();
        tab.says("at this server, as the directory has it").keepScreenshot("story-mended");
    }

    private static void send(ConsoleSite site, String from, String to, String subject) throws IOException {
        try (RawSmtp client = RawSmtp.hello(site.home().smtpPort())) {
            client.command("MAIL FROM:<" + from + ">").expect(250);
            client.command("RCPT TO:<" + to + ">").expect(250);
            client.command("DATA").expect(354);
            client.command("From: <writer@client.test>\r\nSubject: " + subject + "\r\n\r\nHello.\r\n.").expect(250);
        }
    }
}
