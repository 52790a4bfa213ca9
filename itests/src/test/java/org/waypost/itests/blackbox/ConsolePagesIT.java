package org.waypost.itests.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.browser.Accessibility;
import org.waypost.itests.browser.ConsoleSite;
import org.waypost.itests.browser.ConsoleTab;
import org.waypost.itests.browser.SharedConsole;

/** Every page of the console: it is there, readable wide and narrow, light and dark, and asks nobody but its server. */
@ExtendWith(SharedConsole.class)
class ConsolePagesIT {
    static final List<String> PAGES = List.of("Overview", "Queues", "Message tracking", "Routing", "Virtual servers", "Connectors",
            "Recipient policies", "Directory", "Event viewer", "Modules", "Metabase", "Certificates", "Tokens", "Security");
    private static final int[] WIDTHS = {1280, 390};

    @Test
    void aWrongPasswordIsRefusedInWordsAndTheRightOneOpensTheConsole(ConsoleSite site) {
        try (ConsoleTab tab = site.stranger()) {
            tab.open("/queues").logIn("otto", "wrong");
            assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("password");
            assertEquals(List.of(), Accessibility.grave(tab.page()));
            tab.keepScreenshot("login").logIn("otto", ConsoleSite.PASSWORD).heading("Queues");
        }
    }

    @Test
    void eachPageIsFitForAllAndAsksItsServerOnly(ConsoleSite site) {
        List<String> findings = new ArrayList<>();
        try (ConsoleTab tab = site.loggedIn("admin")) {
            for (String title : PAGES) {
                tab.go(title);
                for (int width : WIDTHS) {
                    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        String look = title + " " + width + " " + scheme.name().toLowerCase(Locale.ROOT);
                        tab.looks(width, scheme);
                        if (scheme == ColorScheme.LIGHT == (width == WIDTHS[0])) {
                            tab.keepScreenshot(look.toLowerCase(Locale.ROOT).replace(' ', '-'));
                        }
                        Accessibility.grave(tab.page()).forEach(finding -> findings.add(look + ": " + finding));
                    }
                }
                tab.looks(WIDTHS[0], ColorScheme.LIGHT);
            }
            assertEquals(List.of(), findings);
            assertEquals(List.of(), tab.errors());
            assertEquals(List.of(), tab.foreign());
        }
    }
}
