package org.waypost.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values as JSON (RFC 8259) and back. A record is an object of its components, an empty {@link Optional} is null, times and
 * durations are text of ISO 8601, and names (addresses, ids, keys, codes) are their text. Any thread.
 */
public final class Json {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), RecordWriter.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** In UTF-8. */
    public byte[] write(Object value) {
        try {
            // By way of text, since half a surrogate pair has no UTF-8: it becomes a question mark.
            return mapper.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Reads an object of texts, numbers, Booleans, null, lists and maps. Empty if it is none. */
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> object(byte[] octets) {
        try {
            return Optional.ofNullable(mapper.readValue(octets, Object.class)).filter(Map.class::isInstance)
                    .map(map -> (Map<String, Object>) map);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads what {@link #write} wrote of a list of records. @throws IOException if it is none */
    public <T> List<T> list(byte[] octets, Class<T> type) throws IOException {
        return mapper.readValue(octets, mapper.getTypeFactory().constructCollectionType(List.class, type));
    }
}
