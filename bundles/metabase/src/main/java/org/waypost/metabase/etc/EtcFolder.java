package org.waypost.metabase.etc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waypost.event.EventLog;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.schema.PidPaths;
import org.waypost.metabase.store.MetabaseEvent;

/**
 * The folder in which settings lay before there was a metabase. They are taken over once, into a new metabase; a file
 * that is there later is not read, which is said once. One thread; calls wait for the disk.
 */
public final class EtcFolder {
    private static final MetabaseKey OWN = MetabaseKey.of("/LM/Metabase");
    private static final String IMPORTED = "imported";

    private final Path folder;
    private final EventLog events;
    private Set<Path> strays = Set.of();
    private boolean failed;

    public EtcFolder(Path folder, EventLog events) {
        this.folder = folder;
        this.events = events;
    }

    /** Ends what a crash may have left half done; does nothing in a metabase that has taken over before. */
    public void takeOver(Metabase metabase, KeyTypes types) {
        if (metabase.read(OWN).flatMap(view -> view.value(IMPORTED)).isPresent()) {
            return;
        }
        try {
            for (Path file : files()) {
                takeOver(metabase, types, file);
            }
            Edit taken = new Edit.Set(OWN, IMPORTED, new Value.Flag(true), Optional.empty());
            metabase.write(new MetabaseWrite(Writer.SERVICE, List.of(taken))).toCompletableFuture().join();
        } catch (IOException e) {
            events.report(MetabaseEvent.FILES_FAILED, folder, e.getMessage(), e);
        }
    }

    /** Says of each file that came since the last look that it is not read. */
    public void look() {
        Set<Path> found = new HashSet<>();
        try {
            found.addAll(files());
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                events.report(MetabaseEvent.FILES_FAILED, folder, e.getMessage(), e);
            }
            failed = true;
        }
        found.stream().filter(file -> !strays.contains(file)).sorted()
                .forEach(file -> events.report(MetabaseEvent.STRAY_FILE, file, command(file)));
        strays = found;
    }

    private void takeOver(Metabase metabase, KeyTypes types, Path file) {
        try {
            CfgFile settings = CfgFile.read(file);
            Written written = metabase.write(new MetabaseWrite(Writer.ADMINISTRATOR, settings.edits(types))).toCompletableFuture().join();
            if (written instanceof Written.Refused refused) {
                events.report(MetabaseEvent.IMPORT_FAILED, file, refused.reason(), settings.command());
                return;
            }
            Path imported = Files.createDirectories(folder.resolve("imported")).resolve(file.getFileName());
            Files.move(file, imported, StandardCopyOption.REPLACE_EXISTING);
            events.report(MetabaseEvent.IMPORTED, file, settings.key(), imported);
        } catch (IOException e) {
            events.report(MetabaseEvent.IMPORT_FAILED, file, e.getMessage(), command(file), e);
        }
    }

    private static String command(Path file) {
        try {
            return CfgFile.read(file).command();
        } catch (IOException e) {
            return "metabase:set " + PidPaths.key(CfgFile.pid(file), Optional.empty()) + " NAME VALUE";
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".cfg") && PidPaths.isKeptHere(CfgFile.pid(file))).sorted().toList();
        }
    }
}
