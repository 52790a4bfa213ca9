package org.waypost.console.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.DispatcherType;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.waypost.console.file.ConsoleServlet;
import org.waypost.console.file.StaticFiles;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.http.HttpInterface;
import org.waypost.http.HttpSettings;
import org.waypost.http.account.Account;
import org.waypost.http.account.Role;
import org.waypost.http.filter.RequestFilter;
import org.waypost.http.filter.RequestLimits;
import org.waypost.http.resource.Admins;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.delivery.Outcome;

/** The console over sample data, to be looked at: {@code ada}, {@code otto} and {@code vera} with the password {@code correct}. */
public final class Demo implements EventLog {
    private static final Path FILES = Path.of("target/classes/console");
    private static final Map<String, Role> USERS = Map.of("vera", Role.READ, "otto", Role.OPERATE, "ada", Role.ADMINISTER);

    private final InstantSource clock = InstantSource.system();

    /** @param arguments the port */
    public static void main(String[] arguments) throws Exception {
        Server server = new Demo().server(Integer.parseInt(arguments[0]));
        server.start();
        server.join();
    }

    private Server server(int port) throws Exception {
        HttpInterface api = new HttpInterface(Files.createTempDirectory("console-demo"), (user, password) ->
                Optional.ofNullable(USERS.get(user)).filter(role -> "correct".equals(new String(password)))
                        .map(role -> new Account(user, role)), admins(), HttpSettings.DEFAULT, this, clock);
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(new FilterHolder(new RequestFilter(RequestLimits.DEFAULT, this, clock)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(api.servlet()), "/api/*");
        context.addServlet(new ServletHolder(new ConsoleServlet(new StaticFiles(files()))), "/*");
        Server server = new Server(port);
        server.setHandler(context);
        return server;
    }

    private Admins admins() {
        Admins admins = new Admins();
        SampleMail mail = new SampleMail(clock);
        SampleOrganization organization = new SampleOrganization(clock);
        SampleDirectory directory = new SampleDirectory(clock);
        admins.queues().bind(mail);
        admins.servers().bind(mail);
        admins.routes().bind(organization);
        admins.linkState().bind(organization);
        admins.directory().bind(directory);
        admins.policies().bind(directory);
        admins.updates().bind(directory.updates());
        SampleWatch watch = new SampleWatch(clock);
        admins.events().bind(watch);
        admins.tracking().bind(watch);
        admins.modules().bind(watch.modules(directory));
        admins.replication().bind(directory.replication());
        SampleGlance glance = new SampleGlance(clock);
        admins.overview().bind(glance);
        admins.certificates().bind(glance);
        admins.metabase().bind(new SampleMetabase(clock));
        admins.objects().bind(new SampleObjects());
        return admins;
    }

    private static Map<String, byte[]> files() throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(FILES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put("/" + FILES.relativize(file), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        // Nobody reads them here.
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        // Nobody reads them here.
    }
}
