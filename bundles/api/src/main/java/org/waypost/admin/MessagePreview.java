package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.waypost.mail.MessageId;

/**
 * The beginning of a message as people read it. All of it is a stranger's text.
 *
 * @param size of the whole content in octets
 * @param fields of its header, as far as they were read
 * @param part media type of the part that the text is of; empty if no text was found
 * @param cut whether the content goes on after what was looked at
 */
public record MessagePreview(MessageId id, long size, List<Field> fields, String part, String text, boolean cut) {
    public MessagePreview {
        Objects.requireNonNull(id);
        fields = List.copyOf(fields);
        Objects.requireNonNull(part);
        Objects.requireNonNull(text);
    }

    /** @param value unfolded, encoded words decoded */
    public record Field(String name, String value) {
        public Field {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }
}
