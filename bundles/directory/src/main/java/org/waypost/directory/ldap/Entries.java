package org.waypost.directory.ldap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Value;
import org.waypost.directory.Entry;

/** Turns the library's entries into ours. The connections are told that every value is binary, so that nothing is lost before. */
public final class Entries {
    /** Attributes that may look like text and are not, or are nobody's business. */
    private static final Set<String> NO_TEXT = Set.of("objectguid", "objectsid", "jpegphoto", "thumbnailphoto", "usercertificate",
            "userpassword", "unicodepwd", "msexchmailboxguid");
    private static final int UUID_BYTES = 16;

    private Entries() {}

    /** Empty if it has neither {@code entryUUID} nor {@code objectGUID}, or no readable one. */
    public static Optional<Entry> entry(org.apache.directory.api.ldap.model.entry.Entry found) {
        Map<String, List<String>> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Attribute attribute : found) {
            List<String> values = texts(attribute);
            if (!values.isEmpty()) {
                attributes.merge(attribute.getUpId(), values, Entries::joined);
            }
        }
        return id(found).map(id -> new Entry(found.getDn().getName(), id, attributes));
    }

    /** What to ask a server for so that {@link #entry} finds the id. @param attributes empty for all user attributes */
    public static String[] request(Collection<String> attributes) {
        Set<String> all = new LinkedHashSet<>(attributes);
        if (attributes.isEmpty()) {
            all.add("*");
        }
        all.add("entryUUID");
        all.add("objectGUID");
        return all.toArray(String[]::new);
    }

    /** The id of an {@code objectGUID}: Microsoft writes the first three fields with their lowest byte first. */
    public static Optional<UUID> guid(byte[] bytes) {
        if (bytes == null || bytes.length != UUID_BYTES) {
            return Optional.empty();
        }
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high = (little.getInt() & 0xffff_ffffL) << 32 | (little.getShort() & 0xffffL) << 16 | little.getShort() & 0xffffL;
        return Optional.of(new UUID(high, little.order(ByteOrder.BIG_ENDIAN).getLong()));
    }

    /** The values of an attribute that are text. */
    public static List<String> texts(Attribute attribute) {
        List<String> texts = new ArrayList<>();
        String name = attribute.getUpId().toLowerCase(Locale.ROOT);
        if (!NO_TEXT.contains(name) && !name.contains(";binary")) {
            for (Value value : attribute) {
                text(value).ifPresent(texts::add);
            }
        }
        return texts;
    }

    private static Optional<UUID> id(org.apache.directory.api.ldap.model.entry.Entry found) {
        Attribute guid = found.get("objectGUID");
        if (guid != null && guid.get() != null) {
            return guid(guid.get().getBytes());
        }
        Attribute uuid = found.get("entryUUID");
        return uuid == null || uuid.get() == null ? Optional.empty() : text(uuid.get()).flatMap(Entries::uuid);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Value value) {
        if (value.getBytes() == null) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value.getBytes())).toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
