package org.waypost.categorize.group;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.restriction.Restrictions;
import org.waypost.categorize.restriction.Sender;
import org.waypost.event.EventLog;

/**
 * Finds the addresses of a group's members. A nested group is one of them by its own address and is expanded
 * in its turn, under its own rules; one that has no address is expanded on the spot. Members that get no mail
 * are passed over. Any thread; returns at once.
 */
final class GroupExpansion {
    /** Members of all groups that are asked for at once; half of what the directory lets wait. */
    private static final int AT_ONCE = 10_000;

    private final Inquiries inquiries;
    private final Restrictions restrictions;
    private final Supplier<CategorizerSettings> settings;
    private final EventLog events;
    private final Turns turns = new Turns(AT_ONCE);

    GroupExpansion(Inquiries inquiries, Restrictions restrictions, Supplier<CategorizerSettings> settings, EventLog events) {
        this.inquiries = inquiries;
        this.restrictions = restrictions;
        this.settings = settings;
        this.events = events;
    }

    CompletionStage<Members> members(DirectoryRecipient group, Sender sender) {
        return new GroupWalk(inquiries, restrictions, events, turns, sender, settings.get().maxMembers()).from(group);
    }
}
