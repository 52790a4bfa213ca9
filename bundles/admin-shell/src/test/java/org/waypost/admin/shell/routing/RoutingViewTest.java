package org.waypost.admin.shell.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.RouteAdmin.Table;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.Router.Route;

class RoutingViewTest {
    private static final LinkStateView VIEW = new LinkStateView(Instant.parse("2026-01-01T12:00:00Z"));

    @Test
    void anExplanationIsASentenceAPathAndWhatWasConsidered() throws Exception {
        String shown = Printed.by(out -> RouteView.explanation(Sample.OVER_SOUTH, out));
        assertEquals(List.of("The message goes to connector To South by server s1 (s1.example.com:25): the cheapest.",
                "  North -> South over To South, total 20"), shown.lines().limit(2).toList());
        assertTrue(line(shown, "on the cheapest path").matches("To South .*North .*20 .*yes .*"), shown);
        assertTrue(line(shown, "421").matches("Leased .*- .*no .*421 \\?\\[2Jgo.*"), shown);
        assertEquals("The message is refused (5.2.3): too large.", Printed.by(out -> RouteView.explanation(Sample.TOO_LARGE, out)).strip());
        RouteExplanation none = new RouteExplanation(new Route.Unreachable("all is down"), "all is down.", List.of(), List.of());
        assertEquals("The message has no way at present: all is down.", Printed.by(out -> RouteView.explanation(none, out)).strip());
    }

    @Test
    void theTableShowsWhatHasNoWay() throws Exception {
        String shown = Printed.by(out -> RouteView.table(table(1), out));
        assertTrue(line(shown, "South").matches("South .*s1 .*20 .*To South .*connector To South by server s1.*the cheapest.*"), shown);
        assertTrue(line(shown, "*.x").matches("\\*\\.x .*- .*- .*- .*- .*too large.*"), shown);
        assertTrue(shown.contains("There are more"), shown);
        assertFalse(Printed.by(out -> RouteView.table(table(2), out)).contains("There are more"));
    }

    @Test
    void connectorsShowStateAndReasonForEachBridgehead() throws Exception {
        String shown = Printed.by(out -> RouteView.connectors(Sample.CONNECTORS, out));
        assertTrue(line(shown, "Internet").matches("North .*10 .*n1 .*- .*SMTP:\\*;5 by MX .*never.*"), shown);
        assertTrue(line(shown, "UP").matches("North .*To South .*20 .*n1 .*South by s1 .*always.*"), shown);
        assertTrue(line(shown, "DOWN").matches("North .*n2 .*421 \\?\\[2Jgo.*"), shown);
    }

    @Test
    void linkStateShowsVersionsMastersAndWhoIsAbsent() throws Exception {
        String shown = Printed.by(out -> VIEW.show(LinkStateJson.of(Optional.of(MemoryAdmin.STATUS), Sample.MAP, Sample.CONNECTORS), out));
        assertTrue(line(shown, "1:2.3.4").matches("North .*1:2.3.4 .*n1 .*n2 .*n1, n2 \\(absent\\).*"), shown);
        assertTrue(shown.contains("Role           MASTER") && shown.contains("Digest         ab12"), shown);
        assertTrue(line(shown, "TRYING").matches("To South .*2026-01-01 12:00:00Z .*- .*no \\?answer.*"), shown);
        assertTrue(shown.contains("Suppressed: The change of To South waits."), shown);
        String offline = Printed.by(out -> VIEW.show(LinkStateJson.of(Optional.empty(), Sample.MAP, Sample.CONNECTORS), out));
        assertTrue(offline.contains("421 ?[2Jgo"), offline);
        assertFalse(offline.contains("MASTER") || offline.contains("Measured"), offline);
    }

    @Test
    void jsonHasWhatProgramsNeed() {
        String explained = JsonText.of(RouteJson.of(Sample.OVER_SOUTH, Optional.of(MemoryAdmin.STATUS))).replaceAll("\\s+", " ");
        assertTrue(explained.startsWith("{ \"outcome\": { \"result\": \"via\", \"reason\": \"the cheapest\", \"status\": null,"
                + " \"queue\": \"connector:To South\", \"hosts\": [ { \"server\": \"s1\", \"host\": \"s1.example.com\", \"port\": 25,"), explained);
        assertTrue(explained.contains("\"path\": [ { \"from\": \"North\", \"connector\": \"To South\", \"to\": \"South\", \"total\": 20 } ],"), explained);
        assertTrue(explained.contains("\"cost\": -1, \"taken\": false, \"reason\": \"421 \\u001b[2Jgo\" }"), explained);
        assertTrue(explained.contains("\"measured\": [ { \"connector\": \"To South\", \"state\": \"TRYING\", \"reason\": \"no \\u001banswer\","), explained);
        String refused = JsonText.of(RouteJson.of(Sample.TOO_LARGE, Optional.empty()));
        assertTrue(refused.contains("\"result\": \"reject\"") && refused.contains("\"status\": \"5.2.3\""), refused);
        String state = JsonText.of(LinkStateJson.of(Optional.empty(), Sample.MAP, Sample.CONNECTORS)).replaceAll("\\s+", " ");
        assertTrue(state.startsWith("{ \"status\": null, \"digest\": \"ab12\", \"groups\": [ { \"name\": \"North\", \"version\": \"1:2.3.4\","
                + " \"ruler\": \"n1\", \"master\": \"n2\", \"members\": [ { \"server\": \"n1\", \"absent\": false }, { \"server\": \"n2\","
                + " \"absent\": true } ] } ], \"connectors\": [ {"), state);
    }

    private static Table table(int limit) {
        return ((Answer.Ok<Table>) new MemoryAdmin().table(limit)).value();
    }

    private static String line(String shown, String with) {
        return shown.lines().filter(line -> line.contains(with)).reduce((first, last) -> last).orElse("");
    }
}
