package org.waypost.ds2mb.component;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.form.MappedSettings;
import org.waypost.ds2mb.replica.DirectoryReplication;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.metabase.Metabase;
import org.waypost.replication.Replication;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.Standing;

/** The services {@link Replication} and {@link ObjectSettings}. It has no configuration: what it follows stands in the directory's. */
@Component(service = {Replication.class, ObjectSettings.class}, immediate = true)
public final class ReplicationComponent implements Replication, ObjectSettings {
    private final LateEventLog events = new LateEventLog();
    private final DirectoryReplication replication = new DirectoryReplication(events, InstantSource.system());
    private final ObjectSettings settings = new MappedSettings(replication::schemas, replication::standing);

    @Activate
    public ReplicationComponent() {}

    @Deactivate
    void deactivate() {
        replication.close();
    }

    @Override
    public Status status() {
        return replication.status();
    }

    @Override
    public CompletionStage<String> resync() {
        return replication.resync();
    }

    @Override
    public List<Field> fields(ObjectKind kind) {
        return settings.fields(kind);
    }

    @Override
    public Set<String> attributes(ObjectKind kind) {
        return settings.attributes(kind);
    }

    @Override
    public Map<String, List<String>> read(ObjectKind kind, Entry entry) {
        return settings.read(kind, entry);
    }

    @Override
    public Change change(ObjectKind kind, Entry entry, Map<String, List<String>> values) {
        return settings.change(kind, entry, values);
    }

    @Override
    public Standing standing(ObjectKind kind, Entry entry) {
        return settings.standing(kind, entry);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory directory) {
        replication.bind(directory);
    }

    void unbindDirectory(Directory directory) {
        replication.unbind(directory);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMetabase(Metabase metabase) {
        replication.bind(metabase);
    }

    void unbindMetabase(Metabase metabase) {
        replication.unbind(metabase);
    }
}
