package org.waypost.directory;

import java.util.List;

/** The directory as this server sees it now. */
public record DirectoryStatus(List<Server> servers, List<String> watches, Cache cache) {
    public DirectoryStatus {
        servers = List.copyOf(servers);
        watches = List.copyOf(watches);
    }

    /**
     * @param state {@code UP}, {@code DOWN} or {@code UNTRIED}
     * @param reason why it is down, for people; empty if it is not
     * @param inUse whether it is the one being asked for some role
     */
    public record Server(String url, String roles, String kind, String state, String reason, boolean inUse, int connections) {}

    /** Recipients held, of at most {@code limit}, how many of them are "nobody", and how often it helped. */
    public record Cache(int entries, int negative, int limit, long hits, long misses) {}
}
