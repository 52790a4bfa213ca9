package org.waypost.http.route;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.http.route.Parameter.In;

/** Reads what a request gives for the parameters of its route. */
final class Arguments {
    private final Map<String, Object> values = new HashMap<>();
    private String fault = "";

    private Arguments() {
    }

    /** What was read. */
    sealed interface Read {
        record Values(Map<String, Object> values) implements Read {}

        /** @param sentence names the parameter and its range */
        record Bad(String sentence) implements Read {}
    }

    /** @param path values by name; @param query values by name; @param body members of the object */
    static Read read(Route route, Map<String, String> path, Map<String, List<String>> query, Map<String, Object> body) {
        Arguments arguments = new Arguments();
        arguments.unknown(route, In.QUERY, query.keySet());
        arguments.unknown(route, In.BODY, body.keySet());
        for (Parameter parameter : route.parameters()) {
            arguments.take(parameter, switch (parameter.in()) {
                case PATH -> Optional.ofNullable(path.get(parameter.name()));
                case QUERY -> ofQuery(parameter, query.getOrDefault(parameter.name(), List.of()));
                case BODY -> Optional.ofNullable(body.get(parameter.name()));
            });
        }
        return arguments.fault.isEmpty() ? new Read.Values(arguments.values) : new Read.Bad(arguments.fault);
    }

    private static Optional<Object> ofQuery(Parameter parameter, List<String> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parameter.type() == Parameter.Type.TEXTS || given.size() > 1 ? given : given.get(0));
    }

    private void unknown(Route route, In in, Iterable<String> names) {
        for (String name : names) {
            if (route.parameters().stream().noneMatch(parameter -> parameter.in() == in && parameter.name().equals(name))) {
                fault = "There is no parameter " + name + " here; openapi.json tells which there are.";
            }
        }
    }

    private void take(Parameter parameter, Optional<?> given) {
        if (given.isEmpty()) {
            fault = parameter.required() ? "The parameter " + parameter.name() + " is missing; it " + parameter.range() + "." : fault;
            return;
        }
        Optional<?> value = value(parameter, given.get());
        if (value.isEmpty()) {
            fault = "The parameter " + parameter.name() + " " + parameter.range() + ".";
        } else {
            values.put(parameter.name(), value.get());
        }
    }

    private static Optional<?> value(Parameter parameter, Object given) {
        return switch (parameter.type()) {
            case TEXT -> Optional.of(given).filter(text -> isText(parameter, text));
            case NUMBER -> number(given).filter(number -> number >= parameter.least() && number <= parameter.most());
            case FLAG -> flag(given);
            case FIELDS -> fields(parameter, given);
            case TEXTS -> Optional.of(given instanceof String ? List.of(given) : given).filter(texts -> areTexts(parameter, texts));
        };
    }

    private static boolean isText(Parameter parameter, Object given) {
        return given instanceof String text && text.length() >= parameter.least() && text.length() <= parameter.most()
                && (parameter.choices().isEmpty() || parameter.choices().contains(text));
    }

    private static boolean areTexts(Parameter parameter, Object given) {
        return given instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(text -> isText(parameter, text));
    }

    /** Each member as a list. */
    private static Optional<Map<String, Object>> fields(Parameter parameter, Object given) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!(given instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        members.forEach((key, value) -> fields.put(key.toString(), value instanceof String ? List.of(value) : value));
        boolean all = fields.values().stream().allMatch(value -> value instanceof List<?> list
                && list.stream().allMatch(text -> isText(parameter, text)));
        return all ? Optional.of(fields) : Optional.empty();
    }

    private static Optional<Long> number(Object given) {
        if (given instanceof Integer || given instanceof Long) {
            return Optional.of(((Number) given).longValue());
        }
        return given instanceof String text && text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Boolean> flag(Object given) {
        if (given instanceof Boolean flag) {
            return Optional.of(flag);
        }
        return "true".equals(given) || "false".equals(given) ? Optional.of("true".equals(given)) : Optional.empty();
    }
}
