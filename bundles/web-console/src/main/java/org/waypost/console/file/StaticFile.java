package org.waypost.console.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent. Immutable; the octets are not to be changed. */
final class StaticFile {
    private static final Map<String, String> TYPES = Map.of("html", "text/html;charset=utf-8", "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8", "mjs", "text/javascript;charset=utf-8", "svg", "image/svg+xml");
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final int DIGEST_SHOWN = 16;

    private final String type;
    private final String digest;
    private final byte[] plain;
    private final byte[] zipped;

    /** @param path tells the type by its ending */
    StaticFile(String path, byte[] octets) {
        type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), TEXT);
        digest = digest(octets);
        plain = octets.clone();
        zipped = zip(octets);
    }

    String type() {
        return type;
    }

    /** For the header ETag: each of the two forms has its own. */
    String tag(boolean zip) {
        return zip ? "\"" + digest + "-gzip\"" : "\"" + digest + "\"";
    }

    byte[] octets(boolean zip) {
        return zip ? zipped : plain;
    }

    private static String digest(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets)).substring(0, DIGEST_SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] zip(byte[] octets) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all that is written", e);
        }
        return zipped.toByteArray();
    }
}
