package org.waypost.admin.shell.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waypost.admin.shell.Refusal;

/** Settings as {@code KEY=VALUE}, repeated for several values of one. */
final class GivenSettings {
    private GivenSettings() {
    }

    static Map<String, List<String>> of(List<String> settings) throws Refusal {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Refusal("\"" + setting + "\" is no setting, which is like cost=5. Nothing was created.");
            }
            values.computeIfAbsent(setting.substring(0, equals), key -> new ArrayList<>()).add(setting.substring(equals + 1));
        }
        return values;
    }
}
