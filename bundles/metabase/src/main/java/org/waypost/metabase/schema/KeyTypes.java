package org.waypost.metabase.schema;

import java.util.Optional;

/** The pids that are known now; they come and go with the bundles that read them. Any thread; answers at once. */
public interface KeyTypes {
    Optional<KeyType> find(String pid);
}
