package org.waypost.http.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.waypost.http.account.Identity;

/**
 * A request to a route.
 *
 * @param identity who asks; empty only where anybody may
 * @param values of parameters that were given, in their ranges: String, Long, Boolean, a list of String, or lists of String by key
 */
public record Call(HttpServletRequest request, Optional<Identity> identity, Map<String, Object> values) {
    public Call {
        values = Map.copyOf(values);
    }

    /** @throws java.util.NoSuchElementException if it is not mandatory and was not given */
    public String text(String parameter) {
        return optionalText(parameter).orElseThrow();
    }

    /** Empty also for an empty text. */
    public Optional<String> optionalText(String parameter) {
        return Optional.ofNullable((String) values.get(parameter)).filter(text -> !text.isEmpty());
    }

    public long number(String parameter, long otherwise) {
        return (Long) values.getOrDefault(parameter, otherwise);
    }

    public boolean flag(String parameter, boolean otherwise) {
        return (Boolean) values.getOrDefault(parameter, otherwise);
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String parameter) {
        return (List<String>) values.getOrDefault(parameter, List.of());
    }

    /** Values by key. */
    @SuppressWarnings("unchecked")
    public Map<String, List<String>> fields(String parameter) {
        return (Map<String, List<String>>) values.getOrDefault(parameter, Map.of());
    }

    /** @param values of the parameter's choices */
    public <E extends Enum<E>> E choice(String parameter, Class<E> type, E otherwise) {
        return optionalText(parameter).map(name -> Enum.valueOf(type, name)).orElse(otherwise);
    }

    /** The name of who asks, which is there. */
    public String user() {
        return identity.orElseThrow().account().user();
    }
}
