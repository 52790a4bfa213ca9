package org.waypost.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The organization's directory. Any thread; returns at once. A stage fails with {@link DirectoryAwayException} when
 * no server answers and with {@link DirectoryRefusedException} when one says no. What follows a stage must not wait.
 */
@ProviderType
public interface Directory {
    /** One entry by its DN. @param attributes empty for all user attributes */
    CompletionStage<Optional<Entry>> read(Search.Role role, String dn, Set<String> attributes);

    /**
     * All that match, in pages, however many the server would give at once. The next page is asked for when
     * {@code each} has returned for every entry of this one, so memory stays bounded.
     *
     * @param each called for one entry after the other, in a thread of the directory
     * @return how many
     */
    CompletionStage<Long> search(Search search, Consumer<Entry> each);

    /** For searches known to find little. @return at most {@code limit} entries, 1 or more */
    CompletionStage<List<Entry>> search(Search search, int limit);

    CompletionStage<WriteResult> write(Search.Role role, DirectoryWrite write);

    /** Watches a subtree; see {@link Watch}. Tried again by itself for as long as it is open. */
    Watching watch(Watch watch, ChangeListener listener);

    /** The DN of the organization's configuration ({@code CONFIGURATION}), or the base of recipients. Never null. */
    String base(Search.Role role);

    /**
     * Whether a foreign directory: one whose entries others keep, so that nothing is written before an
     * administrator said so.
     */
    boolean isForeign();

    /** The {@code cn} of this server's own object in the directory. */
    String serverName();

    /** The same directory, asked through one of its servers only. Empty if that is not a configured one. @param url as configured */
    Optional<Directory> at(String url);

    DirectoryStatus status();

    /** See {@link #watch}. */
    interface Watching extends AutoCloseable {
        /** How it is notified ("syncrepl", "active-directory", "persistent-search", "polling") and of which server, for people. */
        String method();

        /** No call of the listener begins after this returned. */
        @Override
        void close();
    }
}
