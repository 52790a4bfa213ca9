package org.waypost.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.waypost.http.account.Account;
import org.waypost.http.account.Role;
import org.waypost.http.filter.RequestFilter;
import org.waypost.http.filter.RequestLimits;
import org.waypost.http.resource.Admins;

/** The interface behind its filter in a real server, over small use cases. */
final class Rig implements AutoCloseable {
    private static final Map<String, Role> USERS = Map.of("vera", Role.READ, "otto", Role.OPERATE, "ada", Role.ADMINISTER);
    static final String PASSWORD = "correct";

    final ManualClock clock = new ManualClock();
    final RecordedEvents events = new RecordedEvents();
    final MailAdmins mail = new MailAdmins();
    final OrganizationAdmins organization = new OrganizationAdmins();
    final SettingsAdmin settings = new SettingsAdmin();
    final DirectoryAdmins directory = new DirectoryAdmins();
    final WatchAdmins watch = new WatchAdmins();
    final SecurityAdmins security = new SecurityAdmins();
    final ObjectAdmins objects = new ObjectAdmins();
    final Admins admins = new Admins();
    final Path folder;
    private final Server server = new Server(0);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpInterface all;

    Rig(Path folder) throws Exception {
        this.folder = folder;
        bind();
        all = made();
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(new FilterHolder(new RequestFilter(RequestLimits.DEFAULT, events, clock)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Current()), "/api/*");
        server.setHandler(context);
        server.start();
    }

    private void bind() {
        admins.queues().bind(mail);
        admins.servers().bind(mail);
        admins.routes().bind(organization);
        admins.linkState().bind(organization);
        admins.metabase().bind(settings);
        admins.directory().bind(directory);
        admins.policies().bind(directory);
        admins.recipients().bind(directory);
        admins.updates().bind(directory.updates());
        admins.replication().bind(directory.replication());
        admins.events().bind(watch);
        admins.tracking().bind(watch);
        admins.objects().bind(objects);
        admins.modules().bind(watch.modules(directory));
        GlanceAdmins glance = new GlanceAdmins();
        admins.overview().bind(glance);
        admins.certificates().bind(glance);
        admins.lockdown().bind(security);
        admins.doctor().bind(security);
    }

    private HttpInterface made() {
        return new HttpInterface(folder.resolve("http-api"), (user, password) -> Optional.ofNullable(USERS.get(user))
                .filter(role -> PASSWORD.equals(new String(password))).map(role -> new Account(user, role)), admins,
                HttpSettings.DEFAULT, events, clock);
    }

    /** As when the bundle is replaced. */
    void replace() {
        all.close();
        all = made();
    }

    Optional<String> tokenReader(String token) {
        return all.tokens().reader(token);
    }

    int port() {
        return server.getURI().getPort();
    }

    /** Whatever the interface is now. */
    private final class Current extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        public void service(javax.servlet.ServletRequest request, javax.servlet.ServletResponse response)
                throws javax.servlet.ServletException, IOException {
            all.servlet().service(request, response);
        }
    }

    /** @param cookie or token; @param csrf to be shown */
    record Who(String header, String value, String csrf) {
        static final Who NOBODY = new Who("X-Nobody", "1", "");
    }

    record Got(int status, JsonNode json, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String detail() {
            return json.path("detail").asText();
        }
    }

    Got ask(Who who, String method, String path, String body) throws Exception {
        HttpRequest.BodyPublisher publisher = body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(Duration.ofSeconds(30))
                .method(method, publisher).header(who.header(), who.value()).header("Content-Type", "application/json");
        if (!who.csrf().isEmpty()) {
            request.header("X-CSRF-Token", who.csrf());
        }
        return got(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    static Got got(HttpResponse<byte[]> response) throws IOException {
        JsonNode json = new ObjectMapper().readTree(response.body());
        return new Got(response.statusCode(), json, response);
    }

    Got get(Who who, String path) throws Exception {
        return ask(who, "GET", "/api/v1" + path, "");
    }

    Got logIn(String user, String password) throws Exception {
        return ask(Who.NOBODY, "POST", "/api/v1/session", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }

    Who session(String user) throws Exception {
        Got login = logIn(user, PASSWORD);
        return new Who("Cookie", login.header("Set-Cookie").split(";")[0], login.json().path("csrf").asText());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
