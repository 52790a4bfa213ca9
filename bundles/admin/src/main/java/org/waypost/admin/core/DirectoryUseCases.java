package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.waypost.admin.Answer;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;

/** The directory for people. */
public class DirectoryUseCases extends UseCases<Directory> implements DirectoryAdmin {
    private static final int MAX_LIMIT = 10_000;

    /** @param wait for the directory's answer, positive */
    public DirectoryUseCases(Gate<Directory> directory, EventLog events, Duration wait) {
        super("The directory access", directory, events, wait);
    }

    @Override
    public Answer<Overview> status() {
        return look(directory -> new Overview(directory.serverName(), directory.isForeign(),
                directory.base(Search.Role.CONFIGURATION), directory.base(Search.Role.DOMAIN), directory.status()));
    }

    @Override
    public Answer<List<Entry>> search(Search search, int limit) {
        Objects.requireNonNull(search);
        if (limit < 1 || limit > MAX_LIMIT) {
            return new Answer.Refused<>("The limit must be from 1 to " + MAX_LIMIT + ", not " + limit + ".");
        }
        return ask(directory -> directory.search(search, limit), Answer.Ok::new);
    }
}
