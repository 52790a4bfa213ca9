package org.waypost.http.resource;

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
import org.waypost.admin.TrackingAdmin;

/** All use cases that are asked for by HTTP. */
public record Admins(Late<QueueAdmin> queues, Late<ServerAdmin> servers, Late<PolicyAdmin> policies, Late<RecipientUpdateAdmin> updates,
        Late<RecipientAdmin> recipients, Late<RouteAdmin> routes, Late<LinkStateAdmin> linkState, Late<MetabaseAdmin> metabase,
        Late<DirectoryAdmin> directory, Late<ReplicationAdmin> replication, Late<EventLogAdmin> events,
        Late<ModuleAdmin> modules, Late<TrackingAdmin> tracking, Late<OverviewAdmin> overview, Late<CertificateAdmin> certificates,
        Late<LockdownAdmin> lockdown, Late<DoctorAdmin> doctor, Late<ObjectAdmin> objects) {
    /** None of them there yet. */
    public Admins() {
        this(new Late<>("queues"), new Late<>("virtual servers"), new Late<>("recipient policies"),
                new Late<>("the Recipient Update Service"), new Late<>("recipients"), new Late<>("routes"), new Late<>("link state"),
                new Late<>("the metabase"), new Late<>("the directory"), new Late<>("replication"),
                new Late<>("the event log"), new Late<>("modules"), new Late<>("message tracking"), new Late<>("the overview"),
                new Late<>("certificates"), new Late<>("lockdown"), new Late<>("the doctor"),
                new Late<>("virtual servers and connectors"));
    }
}
