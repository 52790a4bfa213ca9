package org.waypost.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metrics.Metric;

class DashboardTest {
    private static final Path DASHBOARD = Path.of("../../docs/grafana/waypost.json");
    private static final Pattern NAME = Pattern.compile("\\b(?:waypost|jvm|process)_[a-z0-9_]+");

    @Test
    void eachMetricOfTheDashboardExists(@TempDir Path folder) throws Exception {
        Set<String> used = new TreeSet<>();
        for (JsonNode expression : new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("expr")) {
            Matcher matcher = NAME.matcher(expression.asText());
            while (matcher.find()) {
                used.add(matcher.group());
            }
        }
        assertTrue(used.size() > 20, used::toString);
        used.removeAll(names(folder));
        assertEquals(Set.of(), used);
    }

    private static Set<String> names(Path folder) throws Exception {
        try (Rig rig = new Rig(folder)) {
            for (Metric metric : Metric.values()) {
                String[] labels = metric.labels().toArray(String[]::new);
                rig.counted.count(metric, labels);
                rig.counted.observe(metric, 1, labels);
            }
            return rig.scrape().names();
        }
    }
}
