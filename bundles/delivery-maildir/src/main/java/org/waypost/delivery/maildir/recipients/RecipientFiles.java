package org.waypost.delivery.maildir.recipients;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;

/**
 * The resolver over the users and the aliases file. {@link #poll} reads what changed and swaps the table;
 * {@link #resolve} is a lookup in the table of the moment and returns a completed stage.
 */
public final class RecipientFiles implements RecipientResolver {
    private final EventLog events;
    private RecipientSettings settings;
    private WatchedFile usersFile;
    private WatchedFile aliasesFile;
    private UsersFile users = UsersFile.EMPTY;
    private AliasesFile aliases = AliasesFile.EMPTY;
    private volatile RecipientTable table;

    /** Reads both files in the calling thread. */
    public RecipientFiles(RecipientSettings settings, EventLog events) {
        this.events = events;
        this.settings = settings;
        watch();
        load(true);
    }

    @Override
    public CompletionStage<Resolution> resolve(Address address) {
        return CompletableFuture.completedStage(table.resolve(address));
    }

    /** Takes new settings; files that stay the same are not read again. Waits for the disk. */
    public synchronized void configure(RecipientSettings newSettings) {
        boolean sameFiles = newSettings.usersFile().equals(settings.usersFile())
                && newSettings.aliasesFile().equals(settings.aliasesFile());
        settings = newSettings;
        if (!sameFiles) {
            users = UsersFile.EMPTY;
            aliases = AliasesFile.EMPTY;
            watch();
        }
        load(true);
    }

    /** Reads the files that changed. Waits for the disk. */
    public synchronized void poll() {
        load(false);
    }

    private void watch() {
        usersFile = new WatchedFile(settings.usersFile(), events);
        aliasesFile = new WatchedFile(settings.aliasesFile(), events);
    }

    private synchronized void load(boolean always) {
        Optional<UsersFile> newUsers = usersFile.poll().map(UsersFile::parse);
        Optional<AliasesFile> newAliases = aliasesFile.poll().map(AliasesFile::parse);
        newUsers.ifPresent(file -> report(usersFile, file.problems()));
        newAliases.ifPresent(file -> report(aliasesFile, file.problems()));
        users = newUsers.orElse(users);
        aliases = newAliases.orElse(aliases);
        if (always || newUsers.isPresent() || newAliases.isPresent()) {
            rebuild();
        }
    }

    private void rebuild() {
        RecipientTableBuilder builder = new RecipientTableBuilder(settings, users, aliases);
        table = builder.build();
        report(aliasesFile, builder.problems());
        events.report(RecipientEvent.FILES_LOADED, table.users().size(), table.aliases().size(),
                String.join(", ", settings.localDomains()));
    }

    private void report(WatchedFile file, List<Problem> problems) {
        problems.forEach(problem -> events.report(RecipientEvent.LINE_SKIPPED, file.path(), problem.line(), problem.reason()));
    }
}
