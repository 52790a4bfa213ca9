package org.waypost.admin.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.object.Layout;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.event.EventLog;
import org.waypost.linkstate.LinkStates;
import org.waypost.service.Gate;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.Standing;

/** Virtual servers and connectors in forms. */
public class ObjectUseCases extends UseCases<Directory> implements ObjectAdmin {
    private static final String WITHOUT = Patience.AGAIN + " A server that has no directory keeps its settings in the metabase: metabase:ls /LM.";

    private final Gate<ObjectSettings> settings;
    private final Gate<LinkStates> linkStates;
    private final Gate<Listeners> listeners;
    private final Patience patience;

    /** @param wait for each answer, positive */
    public ObjectUseCases(Gate<Directory> directory, Gate<ObjectSettings> settings, Gate<LinkStates> linkStates, Gate<Listeners> listeners,
            EventLog events, Duration wait) {
        super(directory, events, new Patience("The directory access", wait, WITHOUT));
        this.settings = Objects.requireNonNull(settings);
        this.linkStates = Objects.requireNonNull(linkStates);
        this.listeners = Objects.requireNonNull(listeners);
        this.patience = new Patience("The replication of the directory", wait, WITHOUT);
    }

    private Answer<ObjectSettings> mapping() {
        return patience.await(settings.call(CompletableFuture::completedStage), Answer.Ok::new);
    }

    private Answer<ObjectDesk> desk() {
        return Answers.then(mapping(), mapping -> ask(directory -> {
            List<Entry> entries = new ArrayList<>();
            return directory.search(Layout.search(), entries::add).thenApply(count -> new ObjectDesk(this, mapping, Layout.of(entries)));
        }, Answer.Ok::new));
    }

    @Override
    public Answer<List<Place>> objects(ObjectKind kind) {
        return Answers.then(desk(), desk -> new Answer.Ok<>(desk.layout().places(kind)));
    }

    @Override
    public Answer<List<String>> parents(ObjectKind kind) {
        return Answers.then(desk(), desk -> new Answer.Ok<>(desk.layout().parents(kind)));
    }

    @Override
    public Answer<List<Field>> fields(ObjectKind kind) {
        return Answers.then(desk(), desk -> new Answer.Ok<>(desk.fields(kind)));
    }

    @Override
    public Answer<Form> form(ObjectKind kind, Place place) {
        return Answers.then(desk(), desk -> Answers.then(desk.read(kind, place), entry -> new Answer.Ok<>(desk.form(kind, place, entry))));
    }

    @Override
    public Answer<Saved> save(ObjectKind kind, Place place, String revision, Map<String, List<String>> values) {
        Map<String, List<String>> given = new LinkedHashMap<>(values);
        return Answers.then(desk(), desk -> Answers.then(desk.read(kind, place), entry -> desk.save(kind, place, entry, revision, given)));
    }

    @Override
    public Answer<Saved> create(ObjectKind kind, Place place, Map<String, List<String>> values) {
        Map<String, List<String>> given = new LinkedHashMap<>(values);
        return Answers.then(desk(), desk -> new ObjectMaker(desk).create(kind, place, given));
    }

    @Override
    public Answer<Saved> delete(ObjectKind kind, Place place, Optional<String> revision) {
        return Answers.then(desk(), desk -> Answers.then(desk.read(kind, place), entry -> desk.delete(kind, place, entry, revision)));
    }

    @Override
    public Answer<Standing> standing(ObjectKind kind, Place place) {
        return Answers.then(desk(), desk -> Answers.then(desk.read(kind, place), entry -> {
            Standing replicated = desk.settings().standing(kind, entry);
            boolean byMap = kind.isConnector() && replicated.state() != Standing.State.BROKEN;
            return byMap ? linkState(desk, kind, entry, replicated) : new Answer.Ok<>(replicated);
        }));
    }

    /** The names of the virtual servers of a server that take connections; none for another one than this, or without the transport. */
    Set<String> listening(String server) {
        boolean own = look(Directory::serverName) instanceof Answer.Ok<String> name && name.value().equalsIgnoreCase(server);
        return own ? listening() : Set.of();
    }

    private Set<String> listening() {
        Answer<List<ListenerStatus>> answer = patience.await(listeners.call(each -> CompletableFuture.completedStage(each.list())), Answer.Ok::new);
        List<ListenerStatus> known = answer instanceof Answer.Ok<List<ListenerStatus>> ok ? ok.value() : List.of();
        return known.stream().filter(each -> each.state() == ListenerStatus.State.STARTED && !each.listening().isEmpty())
                .map(ListenerStatus::name).collect(Collectors.toSet());
    }

    /** Without link state, as the replication has it. */
    private Answer<Standing> linkState(ObjectDesk desk, ObjectKind kind, Entry entry, Standing otherwise) {
        Answer<Standing> answer = patience.await(linkStates.call(states -> CompletableFuture.completedStage(states.map())),
                map -> new Answer.Ok<>(desk.standing(kind, entry, map)));
        return answer instanceof Answer.Ok ? answer : new Answer.Ok<>(otherwise);
    }
}
