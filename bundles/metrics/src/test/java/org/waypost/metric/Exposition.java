package org.waypost.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page of metrics says: the value of each series, which is its name with its labels as written. */
record Exposition(Map<String, Double> series) {
    private static final Pattern LINE = Pattern.compile("([a-z_:][a-z0-9_:]*(?:\\{(?:[a-z_]+=\"(?:[^\"\\\\]|\\\\.)*\",?)*\\})?) (\\S+)");

    static Exposition parse(String text) {
        Map<String, Double> found = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || found.put(matcher.group(1), Double.valueOf(matcher.group(2).replace("+Inf", "Infinity"))) != null) {
                throw new AssertionError("malformed or twice: " + line);
            }
        });
        return new Exposition(found);
    }

    double value(String name) {
        if (!series.containsKey(name)) {
            throw new AssertionError("no " + name + " among " + series.keySet());
        }
        return series.get(name);
    }

    Set<String> names() {
        return series.keySet().stream().map(name -> name.split("\\{")[0]).collect(Collectors.toSet());
    }
}
