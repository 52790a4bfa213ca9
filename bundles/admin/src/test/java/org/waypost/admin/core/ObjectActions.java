package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.connection.Listeners;
import org.waypost.directory.Directory;
import org.waypost.directory.Search;
import org.waypost.linkstate.LinkStates;
import org.waypost.service.Gate;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.testkit.directory.MemoryDirectory;

/** Changes of a connector in a directory that has one. */
final class ObjectActions {
    private static final ObjectKind SMTP = ObjectKind.SMTP_CONNECTOR;
    private static final Place INTERNET = new Place("East", "Internet");

    private final ObjectUseCases admin;

    ObjectActions(RecordedEvents events) {
        MemoryDirectory directory = new MemoryDirectory();
        String east = "cn=East,cn=Routing Groups,cn=Example," + directory.base(Search.Role.CONFIGURATION);
        directory.add(east, "objectClass: msExchRoutingGroup", "cn: East");
        directory.add("cn=Internet," + east, "objectClass: msExchRoutingSMTPConnector", "cn: Internet", "cost: 5");
        Gate<Directory> access = gate();
        access.bind(directory);
        Gate<ObjectSettings> settings = gate();
        settings.bind(new PlainSettings());
        admin = new ObjectUseCases(access, settings, ObjectActions.<LinkStates>gate(), ObjectActions.<Listeners>gate(), events, Duration.ofSeconds(2));
    }

    private static <T> Gate<T> gate() {
        return new Gate<>("service", Duration.ofMillis(20), 10, Runnable::run);
    }

    Answer<Saved> save() {
        String revision = ((Answer.Ok<Form>) admin.form(SMTP, INTERNET)).value().revision();
        return admin.save(SMTP, INTERNET, revision, Map.of("cost", List.of("7")));
    }

    Answer<Saved> create() {
        return admin.create(SMTP, new Place("East", "Other"), Map.of("cost", List.of("3")));
    }

    Answer<Saved> delete() {
        return admin.delete(SMTP, INTERNET, Optional.empty());
    }
}
