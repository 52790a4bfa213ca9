package org.waypost.smtp.server.component;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.smtp.server.SmtpService;
import org.waypost.smtp.server.authentication.FailureLimits;
import org.waypost.smtp.server.content.ContentMemory;
import org.waypost.smtp.server.event.SmtpEvent;

/** {@link SmtpService} for the virtual servers of this bundle; no other bundle sees its class. */
@Component(service = SmtpService.class, immediate = true, configurationPid = SmtpServiceComponent.PID)
@Designate(ocd = SmtpServiceConfig.class)
public final class SmtpServiceComponent extends SmtpService {
    static final String PID = "org.waypost.smtp.service";
    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final long MAX_MEMORY = 1L << 40;

    private final LateEventLog events = new LateEventLog();

    @Activate
    public SmtpServiceComponent(SmtpServiceConfig config, Map<String, Object> properties) {
        super(new ContentMemory(DEFAULT_MEMORY), new FailureLimits(InstantSource.system()));
        modified(config, properties);
    }

    @Modified
    void modified(SmtpServiceConfig config, Map<String, Object> properties) {
        SettingProblems problems = new SettingProblems();
        OptionalLong bound = problems.number("memoryForContents", config.memoryForContents(), 0, MAX_MEMORY);
        bound.ifPresent(memory()::bound);
        problems.report(events, Place.of(properties, PID), "The last good value stays in force.");
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog log) {
        events.bind(log);
    }

    void unbindEvents(EventLog log) {
        events.unbind(log);
    }
}
