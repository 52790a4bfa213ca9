package org.waypost.http.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.waypost.http.route.Parameter.In;

/** Describes a table of routes by OpenAPI 3.0. */
public final class OpenApi {
    private OpenApi() {
    }

    public static Map<String, Object> of(RouteTable table) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        table.routes().forEach(route -> paths.computeIfAbsent(route.path().text(), path -> new TreeMap<>())
                .put(route.method().toLowerCase(Locale.ROOT), operation(route)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("openapi", "3.0.3");
        all.put("info", Map.of("title", "Waypost", "version", "1", "description", "Administration of a Waypost mail server."
                + " With a session's cookie every method but GET needs the header X-CSRF-Token."));
        all.put("paths", paths);
        all.put("components", Map.of("schemas", Map.of("Problem", problem()), "securitySchemes", Map.of(
                "session", Map.of("type", "apiKey", "in", "cookie", "name", "waypost"),
                "token", Map.of("type", "http", "scheme", "bearer"))));
        return all;
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", route.summary());
        operation.put("description", route.role().map(role -> "Needs the role " + role + ".").orElse("Needs no login."));
        operation.put("tags", List.of(route.path().text().split("/")[3]));
        operation.put("security", route.role().isEmpty() ? List.of()
                : List.of(Map.of("session", List.of()), Map.of("token", List.of())));
        operation.put("parameters", route.parameters().stream().filter(p -> p.in() != In.BODY).map(OpenApi::parameter).toList());
        if (route.hasBody()) {
            operation.put("requestBody", body(route));
        }
        operation.put("responses", Map.of("default", content("Why it was not done", "application/problem+json",
                Map.of("$ref", "#/components/schemas/Problem")), "2XX", content("Done", "application/json", Map.of())));
        return operation;
    }

    private static Map<String, Object> content(String description, String type, Map<String, Object> schema) {
        return Map.of("description", description, "content", Map.of(type, Map.of("schema", schema)));
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        return Map.of("name", parameter.name(), "in", parameter.in() == In.PATH ? "path" : "query", "required", parameter.required(),
                "description", parameter.description(), "schema", schema(parameter));
    }

    private static Map<String, Object> body(Route route) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Parameter> members = route.parameters().stream().filter(p -> p.in() == In.BODY).toList();
        members.forEach(member -> properties.put(member.name(), described(member)));
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object", "additionalProperties", false, "properties", properties));
        List<String> required = members.stream().filter(Parameter::required).map(Parameter::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return Map.of("required", !required.isEmpty(), "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private static Map<String, Object> described(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>(schema(parameter));
        schema.put("description", parameter.description());
        return schema;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        return switch (parameter.type()) {
            case NUMBER -> Map.of("type", "integer", "format", "int64", "minimum", parameter.least(), "maximum", parameter.most());
            case FLAG -> Map.of("type", "boolean");
            case FIELDS -> Map.of("type", "object", "additionalProperties",
                    Map.of("type", "array", "items", Map.of("type", "string", "maxLength", parameter.most())));
            case TEXTS -> Map.of("type", "array", "items", Map.of("type", "string", "maxLength", parameter.most()));
            case TEXT -> parameter.choices().isEmpty()
                    ? Map.of("type", "string", "minLength", parameter.least(), "maxLength", parameter.most())
                    : Map.of("type", "string", "enum", parameter.choices());
        };
    }

    private static Map<String, Object> problem() {
        return Map.of("type", "object", "required", List.of("title", "status", "detail"), "properties", Map.of(
                "title", Map.of("type", "string"), "status", Map.of("type", "integer"), "detail", Map.of("type", "string")));
    }
}
