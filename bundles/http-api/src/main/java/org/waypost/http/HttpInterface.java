package org.waypost.http;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import javax.servlet.http.HttpServlet;
import org.waypost.admin.TokenCheck;
import org.waypost.event.EventLog;
import org.waypost.http.account.Account;
import org.waypost.http.account.Accounts;
import org.waypost.http.account.Login;
import org.waypost.http.json.Json;
import org.waypost.http.resource.Admins;
import org.waypost.http.resource.AllRoutes;
import org.waypost.http.route.ApiServlet;
import org.waypost.http.route.Dispatcher;

/** The whole interface behind the filter. Any thread. */
public final class HttpInterface implements AutoCloseable {
    private final Accounts accounts;
    private final HttpServlet servlet;
    private volatile HttpSettings settings;

    /** @param folder of sessions and tokens, for this server's user only */
    public HttpInterface(Path folder, Login login, Admins admins, HttpSettings settings, EventLog events, InstantSource clock) {
        this.settings = Objects.requireNonNull(settings);
        Json json = new Json();
        this.accounts = new Accounts(folder, login, () -> this.settings, json, events, clock);
        this.servlet = new ApiServlet(
                new Dispatcher(AllRoutes.of(admins, accounts, events, clock), accounts, json, events, clock), json);
    }

    public void settings(HttpSettings newSettings) {
        settings = Objects.requireNonNull(newSettings);
    }

    /** For the path {@code /api/*}. */
    public HttpServlet servlet() {
        return servlet;
    }

    /** For other servlets that show what each role may see. */
    public TokenCheck tokens() {
        return token -> accounts.holder(token).map(Account::user);
    }

    /** Writes down what a next one needs. */
    @Override
    public void close() {
        accounts.close();
    }
}
