package org.waypost.itests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.WaypostHome;

/**
 * A server with the sample organization, that of {@code console.ldif} too, and one browser for all tabs. Its users: {@code vera}
 * reads, {@code otto} operates, {@code admin} administers. For one thread.
 */
public final class ConsoleSite implements AutoCloseable {
    /** Of vera and otto. */
    public static final String PASSWORD = "correct horse";

    /** How long a page may take for anything: far longer than it does. */
    public static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    // As root it has no sandbox; the rest keeps it from asking its maker anything.
    private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run");
    private static final String USERS = "admin = %s,_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n"
            + "otto = %2$s,manager\nvera = %2$s,viewer\n";

    private final OrganizationSite site;
    private final InetSocketAddress partner;
    private final Playwright playwright;
    private final Browser browser;

    private ConsoleSite(OrganizationSite site, InetSocketAddress partner) {
        this.site = site;
        this.partner = partner;
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT.toMillis());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(OPTIONS));
    }

    /** Started, and the recipients of the organization stamped. */
    public static ConsoleSite start() {
        WaypostHome home = WaypostHome.bare("console");
        home.write("etc/users.properties", USERS.formatted("an admin's", PASSWORD));
        home.configure("org.waypost.modules", Map.of("startSeconds", "5", "watchSeconds", "3"));
        // What waits does so until somebody does something about it, however slow the machine is.
        home.configure("org.waypost.linkstate", Map.of("glitchRetries", "100"));
        home.configure("org.waypost.queue", Map.of("retrySchedule", "1h"));
        InetSocketAddress partner = new InetSocketAddress("127.0.0.1", Ports.free());
        OrganizationSite site = OrganizationSite.embedded(home, OrganizationSite.organization(home.smtpPort()) + "\n"
                + Checkout.text("itests/src/test/resources/console.ldif").replace("@DEAD@", "[127.0.0.1]:" + Ports.free())
                        .replace("@LINK@", Integer.toString(Ports.free())));
        try {
            site.awaitStamped("bob");
            return new ConsoleSite(site, partner);
        } catch (RuntimeException | AssertionError e) {
            site.close();
            throw e;
        }
    }

    public OrganizationSite site() {
        return site;
    }

    public WaypostHome home() {
        return site.home();
    }

    /** Where the partner's server can listen; the connector names another address. */
    public InetSocketAddress partner() {
        return partner;
    }

    /** A browser that knows of no login, 1280 px wide, light. */
    public ConsoleTab stranger() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setBaseURL(address())
                .setViewportSize(ConsoleTab.WIDE, ConsoleTab.HEIGHT).setColorScheme(ColorScheme.LIGHT).setLocale("en-GB"));
        return new ConsoleTab(context, address());
    }

    /** One that is logged in, and shows the overview. @param user vera, otto or admin */
    public ConsoleTab loggedIn(String user) {
        ConsoleTab tab = stranger();
        tab.open("/").logIn(user, user.equals("admin") ? home().adminPassword() : PASSWORD).heading("Overview");
        tab.forgetErrors();
        return tab;
    }

    private String address() {
        return "https://127.0.0.1:" + home().consolePort();
    }

    @Override
    public void close() {
        try {
            playwright.close();
        } finally {
            site.close();
        }
    }
}
