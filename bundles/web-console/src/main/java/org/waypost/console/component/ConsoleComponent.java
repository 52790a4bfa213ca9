package org.waypost.console.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.waypost.console.file.ConsoleServlet;
import org.waypost.console.file.StaticFiles;

/** The console at {@code /}; servlets with longer paths, such as that of the HTTP interface, come before it. */
@Component(service = {}, immediate = true)
public final class ConsoleComponent {
    private static final String ROOT = "/console";

    private final ServiceRegistration<Servlet> registration;

    @Activate
    public ConsoleComponent(BundleContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.name", "waypost-console");
        properties.put("osgi.http.whiteboard.servlet.pattern", "/*");
        registration = context.registerService(Servlet.class, new ConsoleServlet(new StaticFiles(files(context))), properties);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }

    private static Map<String, byte[]> files(BundleContext context) {
        Map<String, byte[]> files = new HashMap<>();
        for (URL url : Collections.list(context.getBundle().findEntries(ROOT, "*", true))) {
            if (!url.getPath().endsWith("/")) {
                files.put(url.getPath().substring(ROOT.length()), octets(url));
            }
        }
        return files;
    }

    private static byte[] octets(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the own bundle cannot be read: " + url, e);
        }
    }
}
