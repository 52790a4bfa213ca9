package org.waypost.http.component;

import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.Preprocessor;
import org.waypost.http.HttpSettings;
import org.waypost.http.filter.RequestFilter;
import org.waypost.http.filter.RequestLimits;

/**
 * The filter in front of every servlet. A filter of the whiteboard stands before servlets of the contexts it names, which the
 * Felix Web Console's, made by the HTTP Service, is not among; a preprocessor stands before them all.
 */
@Component(service = Preprocessor.class, immediate = true, configurationPid = HttpInterfaceComponent.PID,
        property = "service.ranking:Integer=2147483647")
public final class HttpFilterComponent extends RequestFilter implements Preprocessor {
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
