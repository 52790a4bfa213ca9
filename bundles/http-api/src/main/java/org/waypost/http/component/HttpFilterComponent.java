package org.waypost.http.component;

import java.time.InstantSource;
import javax.servlet.Filter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.waypost.http.HttpSettings;
import org.waypost.http.filter.RequestFilter;
import org.waypost.http.filter.RequestLimits;

/** The filter in front of every servlet of every context, the Felix Web Console's too. */
@Component(service = Filter.class, immediate = true, configurationPid = HttpInterfaceComponent.PID, property = {
        "osgi.http.whiteboard.filter.name=waypost", "osgi.http.whiteboard.filter.pattern=/*", "service.ranking:Integer=2147483647",
        "osgi.http.whiteboard.context.select=(|(osgi.http.whiteboard.context.name=*)(osgi.http.whiteboard.context.httpservice=*))"})
public final class HttpFilterComponent extends RequestFilter {
    private final SettingsReader reader;
    private HttpSettings settings = HttpSettings.DEFAULT;

    @Activate
    public HttpFilterComponent(HttpConfig config, @Reference HttpEvents events) {
        super(RequestLimits.DEFAULT, events.log(), InstantSource.system());
        // The other component reports what is wrong.
        reader = new SettingsReader((name, why, last) -> { });
        modified(config);
    }

    @Modified
    synchronized void modified(HttpConfig config) {
        settings = reader.read(config, settings);
        limits(RequestLimits.DEFAULT.withBody(settings.body()));
    }
}
