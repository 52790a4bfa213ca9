package org.waypost.metabase;

import java.util.List;
import java.util.Optional;

/**
 * What a property may be.
 *
 * @param type {@code text}, {@code number}, {@code flag} or {@code texts}
 * @param min inclusive, of a number
 * @param options the only values allowed; empty for any
 * @param standard its default, as text; empty if it has none
 */
public record PropertySchema(String name, String type, Optional<Long> min, Optional<Long> max, List<String> options, String standard,
        String description) {
    public PropertySchema {
        options = List.copyOf(options);
    }
}
