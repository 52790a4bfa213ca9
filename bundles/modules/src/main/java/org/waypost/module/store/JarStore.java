package org.waypost.module.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Jars by their checksum, durable. A jar is run from here only, so nobody changes it meanwhile. */
public final class JarStore {
    /** The largest jar that is taken, in octets. */
    public static final long LARGEST = 64L << 20;
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
    private static final String SUFFIX = ".jar";

    private final Path folder;

    public JarStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps what the stream has.
     *
     * @return the SHA-256 in hexadecimal
     * @throws TooLargeException if it has more than {@link #LARGEST}
     */
    public String put(InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path incoming = Files.createTempFile(folder, "incoming", "");
        try {
            String checksum = copy(content, incoming);
            Files.move(incoming, file(checksum), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.syncFolder(folder);
            return checksum;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static String copy(InputStream content, Path target) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = Files.newOutputStream(target); InputStream in = new DigestInputStream(content, digest)) {
            out.write(in.readNBytes((int) LARGEST));
            if (in.read() >= 0) {
                throw new TooLargeException();
            }
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 in hexadecimal. */
    public static String checksum(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean has(String checksum) {
        return CHECKSUM.matcher(checksum).matches() && Files.isRegularFile(file(checksum));
    }

    public Path file(String checksum) {
        return folder.resolve(checksum + SUFFIX);
    }

    /** Removes all jars but these, and the last staged. */
    public void keepOnly(Set<String> checksums, int staged) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(SUFFIX) && !checksums.contains(name(file)))
                    .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed()).toList();
            for (Path file : others.subList(Math.min(staged, others.size()), others.size())) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** More than {@link #LARGEST}. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
