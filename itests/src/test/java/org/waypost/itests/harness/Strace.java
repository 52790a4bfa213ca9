package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** strace on a running process and all its threads: which system call came before which. */
public final class Strace implements AutoCloseable {
    private static final String CALLS = "trace=fsync,fdatasync,sync_file_range,write,writev,pwrite64,sendto,sendmsg,"
            + "rename,renameat,renameat2,link,linkat,unlink,unlinkat";

    private final Path trace;
    private final Daemon daemon;

    private Strace(Path trace, Daemon daemon) {
        this.trace = trace;
        this.daemon = daemon;
    }

    /** Attaches; returns when every system call from now on is seen. */
    public static Strace attach(Path folder, long pid) {
        Path trace = folder.resolve("strace.trace");
        Daemon daemon = new Daemon(folder.resolve("strace.out"), List.of("strace", "-f", "-yy", "-s", "4096", "-e", CALLS,
                "-e", "signal=none", "-o", trace.toString(), "-p", Long.toString(pid)));
        return new Strace(trace, daemon.saying("attached"));
    }

    /** Detaches and tells what was seen. */
    public StraceLog finish() {
        close();
        try {
            return StraceLog.parse(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
