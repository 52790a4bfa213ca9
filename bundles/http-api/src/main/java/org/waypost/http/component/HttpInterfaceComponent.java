package org.waypost.http.component;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.admin.CertificateAdmin;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.DoctorAdmin;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.OverviewAdmin;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.RecipientAdmin;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.TokenCheck;
import org.waypost.admin.TrackingAdmin;
import org.waypost.http.HttpEvent;
import org.waypost.http.HttpInterface;
import org.waypost.http.HttpSettings;
import org.waypost.http.account.JaasLogin;
import org.waypost.http.resource.Admins;

/** The HTTP interface over the use cases of the moment, as a servlet at {@code /api/*}. */
@Component(service = {}, immediate = true, configurationPid = HttpInterfaceComponent.PID)
@Designate(ocd = HttpConfig.class)
public final class HttpInterfaceComponent {
    static final String PID = "org.waypost.http";
    private static final String REALM = "karaf";

    private final Admins admins = new Admins();
    private final SettingsReader reader;
    private final HttpInterface all;
    private final ServiceRegistration<Servlet> registration;
    private final ServiceRegistration<TokenCheck> tokens;
    private HttpSettings settings;

    @Activate
    public HttpInterfaceComponent(BundleContext context, HttpConfig config, @Reference HttpEvents events) {
        reader = new SettingsReader((name, why, last) -> events.log().report(HttpEvent.BAD_SETTING, name, why, last));
        settings = reader.read(config, HttpSettings.DEFAULT);
        all = new HttpInterface(data(context).resolve("http-api"), new JaasLogin(REALM), admins, settings, events.log(),
                InstantSource.system());
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.name", "waypost-api");
        properties.put("osgi.http.whiteboard.servlet.pattern", "/api/*");
        registration = context.registerService(Servlet.class, all.servlet(), properties);
        tokens = context.registerService(TokenCheck.class, all.tokens(), null);
    }

    @Modified
    synchronized void modified(HttpConfig config) {
        settings = reader.read(config, settings);
        all.settings(settings);
    }

    @Deactivate
    void deactivate() {
        tokens.unregister();
        registration.unregister();
        all.close();
    }

    private static Path data(BundleContext context) {
        String data = context.getProperty("karaf.data");
        String base = context.getProperty("karaf.base");
        return data != null ? Path.of(data) : Path.of(base != null ? base : System.getProperty("user.dir")).resolve("data");
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindQueue(QueueAdmin service) {
        admins.queues().bind(service);
    }

    void unbindQueue(QueueAdmin service) {
        admins.queues().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindServer(ServerAdmin service) {
        admins.servers().bind(service);
    }

    void unbindServer(ServerAdmin service) {
        admins.servers().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindPolicy(PolicyAdmin service) {
        admins.policies().bind(service);
    }

    void unbindPolicy(PolicyAdmin service) {
        admins.policies().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipientUpdate(RecipientUpdateAdmin service) {
        admins.updates().bind(service);
    }

    void unbindRecipientUpdate(RecipientUpdateAdmin service) {
        admins.updates().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipient(RecipientAdmin service) {
        admins.recipients().bind(service);
    }

    void unbindRecipient(RecipientAdmin service) {
        admins.recipients().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindRoute(RouteAdmin service) {
        admins.routes().bind(service);
    }

    void unbindRoute(RouteAdmin service) {
        admins.routes().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindLinkState(LinkStateAdmin service) {
        admins.linkState().bind(service);
    }

    void unbindLinkState(LinkStateAdmin service) {
        admins.linkState().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindMetabase(MetabaseAdmin service) {
        admins.metabase().bind(service);
    }

    void unbindMetabase(MetabaseAdmin service) {
        admins.metabase().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(DirectoryAdmin service) {
        admins.directory().bind(service);
    }

    void unbindDirectory(DirectoryAdmin service) {
        admins.directory().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindReplication(ReplicationAdmin service) {
        admins.replication().bind(service);
    }

    void unbindReplication(ReplicationAdmin service) {
        admins.replication().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLogAdmin service) {
        admins.events().bind(service);
    }

    void unbindEventLog(EventLogAdmin service) {
        admins.events().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindModule(ModuleAdmin service) {
        admins.modules().bind(service);
    }

    void unbindModule(ModuleAdmin service) {
        admins.modules().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindObject(ObjectAdmin service) {
        admins.objects().bind(service);
    }

    void unbindObject(ObjectAdmin service) {
        admins.objects().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindTracking(TrackingAdmin service) {
        admins.tracking().bind(service);
    }

    void unbindTracking(TrackingAdmin service) {
        admins.tracking().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindOverview(OverviewAdmin service) {
        admins.overview().bind(service);
    }

    void unbindOverview(OverviewAdmin service) {
        admins.overview().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindCertificate(CertificateAdmin service) {
        admins.certificates().bind(service);
    }

    void unbindCertificate(CertificateAdmin service) {
        admins.certificates().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindLockdown(LockdownAdmin service) {
        admins.lockdown().bind(service);
    }

    void unbindLockdown(LockdownAdmin service) {
        admins.lockdown().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindDoctor(DoctorAdmin service) {
        admins.doctor().bind(service);
    }

    void unbindDoctor(DoctorAdmin service) {
        admins.doctor().unbind(service);
    }
}
