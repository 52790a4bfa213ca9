package org.waypost.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.waypost.itests.harness.Checkout;

/**
 * A browser of its own with one page of the console. It notes what a page must not do: errors in the browser's console, which
 * tell of what the security policy forbids too, and requests to elsewhere. For one thread.
 */
public final class ConsoleTab implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 390;
    static final int HEIGHT = 800;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    ConsoleTab(BrowserContext context, String address) {
        this.context = context;
        context.setDefaultTimeout(ConsoleSite.LIMIT.toMillis());
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(errors::add);
        context.onRequest(request -> {
            if (!request.url().startsWith(address + "/")) {
                foreign.add(request.url());
            }
        });
    }

    /** Loads the page anew, as somebody does who types its address. @param path below the console's address */
    public ConsoleTab open(String path) {
        page.navigate(path);
        return this;
    }

    /** Goes there by the list of pages. @param title as it stands in the list */
    public ConsoleTab go(String title) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true)).click();
        return heading(title);
    }

    public ConsoleTab logIn(String user, String password) {
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        button("Log in").click();
        return this;
    }

    /** Waits until it is the page's main heading, and what the server was asked for at first is there. */
    public ConsoleTab heading(String title) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText(title);
        assertThat(content().locator("> :not(h1)")).not().hasCount(0);
        assertThat(page.getByText("Asking the server …")).hasCount(0);
        return this;
    }

    public Page page() {
        return page;
    }

    /** The page below its heading: what is not the frame of all pages. */
    public Locator content() {
        return page.locator("#content");
    }

    /** Fills a field. @param label in full */
    public ConsoleTab fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    /** A link of the page. @param name in full */
    public Locator link(String name) {
        return content().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /** Waits until the page says so, anywhere. */
    public ConsoleTab says(String text) {
        assertThat(content().getByText(text).first()).isVisible();
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The row of a table whose text has all of that. */
    public Locator row(String... texts) {
        Locator row = page.getByRole(AriaRole.ROW);
        for (String text : texts) {
            row = row.filter(new Locator.FilterOptions().setHasText(text));
        }
        return row.first();
    }

    /** Waits until such a row is seen. */
    public Locator seesRow(String... texts) {
        Locator row = row(texts);
        assertThat(row).isVisible();
        return row;
    }

    /** @param width in px */
    public ConsoleTab looks(int width, ColorScheme scheme) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        return this;
    }

    /** Kept below {@code target/screenshots}. */
    public ConsoleTab keepScreenshot(String name) {
        Path file = Checkout.work().resolveSibling("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return this;
    }

    /** Another page with the same cookies. */
    public Page another() {
        return context.newPage();
    }

    /** Loads the page as {@link #open}, and tells what came. */
    public Response answer(String path) {
        return page.navigate(path);
    }

    /** What went wrong in the browser since {@link #forgetErrors}. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    public void forgetErrors() {
        errors.clear();
    }

    /** Addresses that were asked for outside this server. */
    public List<String> foreign() {
        return List.copyOf(foreign);
    }

    @Override
    public void close() {
        context.close();
    }
}
