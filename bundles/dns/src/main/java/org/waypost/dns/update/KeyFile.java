package org.waypost.dns.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;

/** Reads a key as {@code tsig-keygen} writes it and BIND's configuration has it. */
final class KeyFile {
    private static final Pattern KEY = Pattern.compile("key\\s+\"?([^\\s\"{]+)\"?\\s*\\{([^}]*)}");
    private static final Pattern ALGORITHM = Pattern.compile("algorithm\\s+\"?([A-Za-z0-9.-]+)\"?\\s*;");
    private static final Pattern SECRET = Pattern.compile("secret\\s+\"?([A-Za-z0-9+/=]+)\"?\\s*;");

    private KeyFile() {
    }

    /** @throws IOException with a message for people, without the secret, if there is no such key */
    static UpdateKey read(Path file) throws IOException {
        Matcher key = KEY.matcher(text(file));
        if (!key.find()) {
            throw new IOException(file + " has no key of the form key \"name\" { algorithm hmac-sha256; secret \"...\"; };");
        }
        String algorithm = value(ALGORITHM, key.group(2), file, "algorithm").toLowerCase(Locale.ROOT);
        byte[] secret = decoded(value(SECRET, key.group(2), file, "secret"), file);
        try {
            return new UpdateKey(key.group(1), new TSIG(TSIG.algorithmToName(algorithm), Name.fromString(key.group(1), Name.root), secret));
        } catch (IllegalArgumentException e) {
            throw new IOException("the algorithm " + algorithm + " of the key in " + file + " is not known", e);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IOException("the key file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static String value(Pattern pattern, String text, Path file, String what) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("the key in " + file + " has no " + what);
        }
        return found.group(1);
    }

    private static byte[] decoded(String secret, Path file) throws IOException {
        try {
            return Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException e) {
            throw new IOException("the secret of the key in " + file + " is not base64", e);
        }
    }
}
