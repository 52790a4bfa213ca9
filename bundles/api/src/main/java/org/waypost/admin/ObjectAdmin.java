package org.waypost.admin;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.Standing;

/**
 * Virtual servers and connectors of the organization in forms, which are read from the directory and written to it; DS2MB
 * and link state carry the change to each server. As {@link QueueAdmin}.
 */
@ProviderType
public interface ObjectAdmin {
    /** All of a kind, by parent and name. */
    Answer<List<Place>> objects(ObjectKind kind);

    /** Names of the servers or routing groups that have objects of a kind, or could have some: what a new one's parent may be. */
    Answer<List<String>> parents(ObjectKind kind);

    /** The fields with their options. */
    Answer<List<Field>> fields(ObjectKind kind);

    Answer<Form> form(ObjectKind kind, Place place);

    /**
     * Saves what was changed in a form.
     *
     * @param revision of the form
     * @param values of fields that change, by key; an empty list for the default. A server or routing group may also be given
     *     by its name, a sender by an address.
     */
    Answer<Saved> save(ObjectKind kind, Place place, String revision, Map<String, List<String>> values);

    /**
     * As {@link #save}, for a new object. Of a virtual server no other one of its server may have the same bindings.
     *
     * @param place its parent is one of {@link #parents}
     */
    Answer<Saved> create(ObjectKind kind, Place place, Map<String, List<String>> values);

    /**
     * Deletes an object. The last virtual server of a server stays, as does the last one of this server that listens.
     *
     * @param revision if given, only if it still has that one; see {@link org.waypost.directory.DirectoryWrite.Delete} on how far a
     *     directory keeps to that
     */
    Answer<Saved> delete(ObjectKind kind, Place place, Optional<String> revision);

    /** Whether an object is in force at this server as the directory has it. */
    Answer<Standing> standing(ObjectKind kind, Place place);

    /**
     * Where an object stands.
     *
     * @param parent name of the server of a virtual server, or of the routing group of a connector
     */
    record Place(String parent, String name) {
        public Place {
            Objects.requireNonNull(parent);
            Objects.requireNonNull(name);
        }

        @Override
        public String toString() {
            return parent + "/" + name;
        }
    }

    /**
     * An object in its form.
     *
     * @param revision stands for what the directory has of it
     * @param values what is set, by key; others have their default
     */
    record Form(ObjectKind kind, Place place, String dn, String revision, List<Field> fields, Map<String, List<String>> values) {
        public Form {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(place);
            Objects.requireNonNull(dn);
            Objects.requireNonNull(revision);
            fields = List.copyOf(fields);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** What became of a form. */
    sealed interface Saved {
        /** @param revision of the object now; empty if it is gone or could not be read again */
        record Done(String message, String revision) implements Saved {}

        /** Nothing was changed. @param byField sentences by key; under "" about the whole */
        record Invalid(String message, Map<String, String> byField) implements Saved {
            public Invalid {
                byField = Map.copyOf(byField);
            }
        }

        /**
         * Somebody else changed the object since the form was read; nothing was changed.
         *
         * @param by DN of who did, if the directory tells; empty if not
         * @param now the form as it would be read now
         */
        record Stale(String message, Optional<String> by, Optional<Instant> when, Form now) implements Saved {}
    }
}
