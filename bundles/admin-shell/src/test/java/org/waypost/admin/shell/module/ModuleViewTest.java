package org.waypost.admin.shell.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;
import org.waypost.modules.Module;
import org.waypost.modules.Plan;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

class ModuleViewTest {
    private static final String SUM = "0123456789abcdef".repeat(4);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void aModuleShowsWhatItTookThePlaceOfAndItsProblems() throws Exception {
        Module module = new Module("org.waypost.x", "1.1.0", "ACTIVE", NOON, SUM, Optional.of(new Module.Original("1.0.0", "ff")), false,
                List.of("its component misses a queue"));
        String listed = Printed.by(out -> ModuleView.list(List.of(module), out));
        assertTrue(listed.contains("0123456789ab ") && listed.contains("1.0.0 ff") && listed.contains("replaceable")
                && listed.contains("org.waypost.x: its component misses a queue"), listed);
        assertTrue(JsonText.of(List.of(module)).contains(SUM));
    }

    @Test
    void aPlanNamesWhoStartsAnew() throws Exception {
        Plan alone = new Plan("org.waypost.x", "1.0.0", "aa", "1.1.0", SUM, List.of(), false);
        assertEquals(List.of("org.waypost.x 1.0.0 (aa) -> 1.1.0 (0123456789ab)", "No other module starts anew."),
                Printed.by(out -> ModuleView.plan(alone, out)).lines().toList());
        Plan used = new Plan("org.waypost.api", "1.0.0", "aa", "1.1.0", SUM, List.of("org.waypost.a", "org.waypost.b"), true);
        assertTrue(Printed.by(out -> ModuleView.plan(used, out)).contains("These start anew with it: org.waypost.a, org.waypost.b"));
    }

    @Test
    void historySaysWhoAndWhy() throws Exception {
        Replacement one = new Replacement(1, NOON, "alice", "org.waypost.x", "1.0.0", "aa", "1.1.0", SUM, Verdict.ROLLED_BACK, "it threw\u001b");
        String listed = Printed.by(out -> ModuleView.history(List.of(one), out));
        assertTrue(listed.contains("alice") && listed.contains("ROLLED_BACK") && listed.contains("it threw?"), listed);
        assertTrue(Printed.by(out -> ModuleView.history(List.of(), out)).contains("No module was replaced."));
    }
}
