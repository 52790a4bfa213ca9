package org.waypost.itests.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.browser.ConsoleSite;
import org.waypost.itests.browser.ConsoleTab;
import org.waypost.itests.browser.SharedConsole;

/** Who may do what in the console, and what a browser is told so that nobody else can. */
@ExtendWith(SharedConsole.class)
class ConsoleRolesIT {
    private static final Pattern CHANGES = Pattern.compile("^(Force|Freeze|Unfreeze|Disable|Enable|Try|Delete|Start|Pause|Stop|Apply|Update now|Rebuild"
            + "|Compare|Set|Take away|Save|New|Replace|Look at it|Put back).*");
    private static final String FREEZE = "async () => { const {csrf} = await (await fetch('/api/v1/session')).json();"
            + " return (await fetch('/api/v1/queues/submission/freeze', {method: 'POST', headers: {'X-CSRF-Token': csrf}})).status; }";
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);

    @Test
    void whoReadsSeesNothingToChangeAndIsRefusedAllTheSame(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("vera")) {
            for (String title : ConsolePagesIT.PAGES) {
                assertEquals(List.of(), changes(tab.go(title)), title);
            }
            assertEquals(403, tab.page().evaluate(FREEZE));
        }
    }

    @Test
    void whoOperatesSeesQueuesToForceAndNoModulesToReplace(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("otto")) {
            assertThat(tab.go("Queues").button("Force")).isVisible();
            assertEquals(List.of(), changes(tab.go("Modules")));
        }
    }

    @Test
    void aSessionThatIsOverLeadsToTheLoginAndBackToThePage(ConsoleSite site) {
        try (ConsoleTab tab = site.loggedIn("otto")) {
            tab.go("Queues").fill("Name contains", "Branch");
            Page other = tab.another();
            other.navigate("/");
            other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
            tab.page().getByLabel("Password").waitFor();
            tab.logIn("otto", ConsoleSite.PASSWORD).heading("Queues");
            assertTrue(tab.page().url().endsWith("/queues?name=Branch"), tab.page().url());
        }
    }

    @Test
    void theBrowserIsToldToRunNothingButTheConsolesOwnFiles(ConsoleSite site) {
        try (ConsoleTab tab = site.stranger()) {
            Response page = tab.answer("/");
            String policy = page.headerValue("content-security-policy");
            assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", page.headerValue("x-content-type-options"));
            assertEquals("DENY", page.headerValue("x-frame-options"));
            assertEquals("no-referrer", page.headerValue("referrer-policy"));
            assertFalse(INLINE.matcher(page.text()).find(), page.text());
        }
    }

    private static List<String> changes(ConsoleTab tab) {
        return tab.content().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(CHANGES)).allTextContents();
    }
}
