package org.waypost.admin.core;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.admin.object.Difference;
import org.waypost.admin.object.Layout;
import org.waypost.admin.object.MapComparison;
import org.waypost.admin.object.Names;
import org.waypost.admin.object.Revision;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.ObjectSettings.Change;
import org.waypost.settings.Standing;
import org.waypost.topology.Connector;

/** One question about objects: with the layout as it is at this moment. */
record ObjectDesk(ObjectUseCases cases, ObjectSettings settings, Layout layout) {
    private static final String TARGET_GROUP = "targetGroup";

    List<Field> fields(ObjectKind kind) {
        return settings.fields(kind).stream().map(layout::withOptions).toList();
    }

    Answer<Entry> read(ObjectKind kind, Place place) {
        return layout.find(kind, place).<Answer<Entry>>map(dn -> read(kind, place, dn)).orElseGet(() -> unknown(kind, place));
    }

    Answer<Entry> read(ObjectKind kind, Place place, String dn) {
        Set<String> attributes = new HashSet<>(settings.attributes(kind));
        attributes.addAll(Revision.ATTRIBUTES);
        return cases.ask(directory -> directory.read(Role.CONFIGURATION, dn, attributes),
                found -> found.<Answer<Entry>>map(Answer.Ok::new).orElseGet(() -> unknown(kind, place)));
    }

    private static <R> Answer<R> unknown(ObjectKind kind, Place place) {
        return Answer.Refused.unknown("There is no " + kind.words() + " " + place + "; " + (kind.isConnector() ? "connector:list" : "server:list")
                + " shows those there are.");
    }

    Form form(ObjectKind kind, Place place, Entry entry) {
        Map<String, List<String>> values = settings.read(kind, entry);
        List<Field> offered = fields(kind).stream().map(field -> Names.offering(field, values.getOrDefault(field.key(), List.of()))).toList();
        return new Form(kind, place, entry.dn(), Revision.of(entry), offered, new Names(offered, none -> Optional.empty()).resolved(values));
    }

    Answer<Saved> save(ObjectKind kind, Place place, Entry entry, String revision, Map<String, List<String>> given) {
        Form now = form(kind, place, entry);
        if (!now.revision().equals(revision)) {
            return new Answer.Ok<>(stale(now, entry, "saved"));
        }
        given.entrySet().removeIf(each -> Difference.isSame(each.getValue(), now.values().getOrDefault(each.getKey(), List.of())));
        return checked(kind, place, entry, given, attributes -> {
            attributes.entrySet().removeIf(each -> Difference.isSame(each.getValue(), entry.values(each.getKey())));
            return attributes.isEmpty() ? new Answer.Ok<>(new Saved.Done("Nothing of " + ObjectSettings.named(kind, place.toString())
                    + " is different.", revision)) : write(kind, now, entry, attributes);
        });
    }

    /** @param done what was not done */
    private static Saved.Stale stale(Form now, Entry entry, String done) {
        String by = Revision.by(entry).map(dn -> " by " + dn).orElse("") + Revision.when(entry).map(time -> " at " + time).orElse("");
        return new Saved.Stale("Since this form was read, " + ObjectSettings.named(now.kind(), now.place().toString()) + " was changed" + by
                + ". Nothing was " + done + "; look at what it is now, and decide again.", Revision.by(entry), Revision.when(entry), now);
    }

    /** @param write what to do with the attributes that change */
    Answer<Saved> checked(ObjectKind kind, Place place, Entry entry, Map<String, List<String>> given,
            Function<Map<String, List<String>>, Answer<Saved>> write) {
        Names names = new Names(form(kind, place, entry).fields(), this::recipient);
        Map<String, List<String>> resolved = names.resolved(given);
        Map<String, String> faults = new TreeMap<>();
        Change change = settings.change(kind, entry, resolved);
        if (change instanceof Change.Faults found) {
            faults.putAll(found.byField());
        }
        faults.putAll(names.faults());
        if (resolved.getOrDefault(TARGET_GROUP, List.of()).stream().anyMatch(dn -> layout.group(place.parent()).filter(dn::equals).isPresent())) {
            faults.put(TARGET_GROUP, "Target routing group of " + ObjectSettings.named(kind, place.name()) + " must be another one than that"
                    + " which it starts in.");
        }
        return faults.isEmpty() ? free(kind, place, entry, ((Change.Attributes) change).attributes(), write) : invalid(faults);
    }

    static Answer<Saved> invalid(Map<String, String> faults) {
        return new Answer.Ok<>(new Saved.Invalid("Nothing was saved. " + String.join(" ", faults.values()), faults));
    }

    private Answer<Saved> free(ObjectKind kind, Place place, Entry entry, Map<String, List<String>> attributes,
            Function<Map<String, List<String>>, Answer<Saved>> write) {
        if (kind.isConnector()) {
            return write.apply(new TreeMap<>(attributes));
        }
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(entry.attributes());
        all.putAll(attributes);
        return Answers.then(new VirtualServers(this).taken(place, entry, new Entry(entry.dn(), entry.id(), all)), taken -> taken.isPresent()
                ? invalid(Map.of(VirtualServers.BINDINGS, taken.get())) : write.apply(new TreeMap<>(attributes)));
    }

    private Optional<String> recipient(String address) {
        Search search = new Search(Role.DOMAIN, "", Search.Scope.SUBTREE, Filter.equal("proxyAddresses", "smtp:" + address), Set.of("cn"));
        Answer<List<Entry>> found = cases.ask(directory -> directory.search(search, 2), Answer.Ok::new);
        return found instanceof Answer.Ok<List<Entry>> ok && ok.value().size() == 1 ? Optional.of(ok.value().get(0).dn()) : Optional.empty();
    }

    private Answer<Saved> write(ObjectKind kind, Form before, Entry entry, Map<String, List<String>> attributes) {
        List<Assertion> unchanged = attributes.keySet().stream().map(name -> new Assertion(name, entry.values(name))).toList();
        return cases.ask(directory -> directory.write(Role.CONFIGURATION, new DirectoryWrite.Replace(entry.dn(), attributes, unchanged)),
                result -> {
                    if (result instanceof WriteResult.Done) {
                        return written("Saved", AdminEvent.OBJECT_CHANGED, before, entry, attributes);
                    }
                    return result instanceof WriteResult.Conflict ? Answers.then(read(kind, before.place(), entry.dn()),
                            after -> new Answer.Ok<>(stale(form(kind, before.place(), after), after, "saved"))) : refused(kind, before.place(), result);
                });
    }

    /**
     * Reports what was written and answers, also if it cannot be read any more: it was written all the same.
     *
     * @param done such as {@code Saved}; @param before an empty form if there was nothing; @param attributes that were written
     */
    Answer<Saved> written(String done, AdminEvent event, Form before, Entry entry, Map<String, List<String>> attributes) {
        ObjectKind kind = before.kind();
        String sentence = done + ": " + ObjectSettings.named(kind, before.place().toString()) + ".";
        Answer<Entry> after = read(kind, before.place(), entry.dn());
        if (after instanceof Answer.Refused<Entry> away) {
            Map<String, List<String>> old = new TreeMap<>();
            attributes.keySet().forEach(name -> old.put(name, entry.values(name)));
            report(event, before, new Difference(old, attributes));
            return new Answer.Ok<>(new Saved.Done(sentence + " It could not be read again: " + away.reason(), ""));
        }
        Form now = form(kind, before.place(), ((Answer.Ok<Entry>) after).value());
        report(event, now, new Difference(before.values(), now.values()));
        return new Answer.Ok<>(new Saved.Done(sentence, now.revision()));
    }

    static Answer<Saved> refused(ObjectKind kind, Place place, WriteResult result) {
        if (result instanceof WriteResult.Missing) {
            return unknown(kind, place);
        }
        String why = result instanceof WriteResult.Refused refused ? refused.reason() : "there is an object of that name already";
        return new Answer.Refused<>("The directory does not let " + ObjectSettings.named(kind, place.toString()) + " be written: " + why
                + ". The account of this server (bindDn in etc/org.waypost.directory.cfg) may lack the right.");
    }

    Answer<Saved> delete(ObjectKind kind, Place place, Entry entry, Optional<String> revision) {
        Form now = form(kind, place, entry);
        if (revision.filter(known -> !known.equals(now.revision())).isPresent()) {
            return new Answer.Ok<>(stale(now, entry, "deleted"));
        }
        List<Assertion> unchanged = revision.isEmpty() ? List.of()
                : settings.attributes(kind).stream().map(name -> new Assertion(name, entry.values(name))).toList();
        return Answers.then(kind.isConnector() ? new Answer.Ok<>("") : new VirtualServers(this).leaving(place, entry),
                told -> delete(now, new DirectoryWrite.Delete(entry.dn(), unchanged), told));
    }

    private Answer<Saved> delete(Form now, DirectoryWrite.Delete deletion, String told) {
        return cases.ask(directory -> directory.write(Role.CONFIGURATION, deletion), result -> {
            if (result instanceof WriteResult.Conflict) {
                return Answers.then(read(now.kind(), now.place(), deletion.dn()),
                        after -> new Answer.Ok<>(stale(form(now.kind(), now.place(), after), after, "deleted")));
            }
            if (!(result instanceof WriteResult.Done)) {
                return refused(now.kind(), now.place(), result);
            }
            report(AdminEvent.OBJECT_DELETED, now, new Difference(now.values(), Map.of()));
            return new Answer.Ok<>(new Saved.Done("Deleted: " + ObjectSettings.named(now.kind(), now.place().toString()) + "." + told, ""));
        });
    }

    void report(AdminEvent event, Form form, Difference difference) {
        cases.events().changed(event, difference.told(), difference.toldAfter(), form.kind().words(), form.place());
    }

    /** Of the connectors that this server routes by. */
    Standing standing(ObjectKind kind, Entry entry, OrganizationMap map) {
        Map<UUID, Connector> connectors = map.groups().values().stream().flatMap(state -> state.group().connectors().stream())
                .collect(Collectors.toMap(Connector::id, Function.identity(), (one, same) -> one));
        Optional<Connector> known = Optional.ofNullable(connectors.get(entry.id()));
        MapComparison comparison = new MapComparison(form(kind, new Place("-", "-"), entry).values(), layout);
        return known.filter(comparison::isSame).isPresent() ? Standing.IN_FORCE
                : new Standing(Standing.State.PENDING, "The routing of this server has not taken it over yet. If that stays so, the event"
                        + " viewer tells why.");
    }
}
