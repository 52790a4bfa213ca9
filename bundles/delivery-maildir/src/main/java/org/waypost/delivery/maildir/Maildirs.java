package org.waypost.delivery.maildir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The Maildirs below one folder, each made on its first delivery. Any thread; methods wait for the disk. */
final class Maildirs {
    private final Path root;
    private final Disk disk;
    private final UniqueNames names;
    private final FolderSync folderSync;
    private final Map<String, Maildir> prepared = new ConcurrentHashMap<>();

    Maildirs(Path root, Disk disk, UniqueNames names, Executor workers) {
        this.root = root;
        this.disk = disk;
        this.names = names;
        this.folderSync = new FolderSync(disk, workers);
    }

    /** An empty file in the mailbox's {@code tmp}. */
    TmpFile create(String mailbox) throws IOException {
        try {
            return createIn(prepared(mailbox));
        } catch (NoSuchFileException e) {
            // Somebody removed the folders since; a second failure is a fault.
            prepared.remove(mailbox);
            return createIn(prepared(mailbox));
        }
    }

    private TmpFile createIn(Maildir maildir) throws IOException {
        String name = names.next();
        Path path = maildir.tmp().resolve(name);
        return new TmpFile(path, disk.create(path), maildir.fresh().resolve(name));
    }

    private Maildir prepared(String mailbox) throws IOException {
        if (!MailboxName.isValid(mailbox)) {
            throw new IOException("\"" + mailbox + "\" cannot name a mailbox");
        }
        try {
            return prepared.computeIfAbsent(mailbox, this::prepare);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Maildir prepare(String mailbox) {
        Maildir maildir = new Maildir(root.resolve(mailbox));
        try {
            maildir.prepare(disk);
            return maildir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message being written; ends by {@link #deliver} or {@link #discard}. One thread at a time. */
    final class TmpFile {
        private final Path path;
        private final Disk.NewFile file;
        private final Path target;

        private TmpFile(Path path, Disk.NewFile file, Path target) {
            this.path = path;
            this.file = file;
            this.target = target;
        }

        Disk.NewFile file() {
            return file;
        }

        /** @return completes when content and name would survive a power cut */
        CompletionStage<Void> deliver() throws IOException {
            file.sync();
            file.close();
            disk.rename(path, target);
            return folderSync.sync(target.getParent());
        }

        /** Any thread; what cannot be removed is left to {@link TmpSweep}. */
        void discard() {
            try {
                file.close();
                disk.delete(path);
            } catch (IOException e) {
                // The failure that led here is the one to report.
            }
        }
    }
}
