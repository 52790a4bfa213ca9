package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router;

class RouterTest {
    @TempDir
    Path folder;
    private final List<String> heard = new ArrayList<>();
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.router = new Listening();
    }

    @Test
    void itHearsOnceThatAHopIsDownAndThatItIsBack() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.send("b@one.example");
        assertEquals(List.of("failed smtp:one.example no answer"), heard);

        rig.smtp.isUp();
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of("failed smtp:one.example no answer", "reached smtp:one.example"), heard);
    }

    @Test
    void itIsToldTheServerOfEachRecipient() {
        rig.verdicts.put("a@our.example", new Verdict.Remote(Optional.of("berlin")));
        rig.verdicts.put("b@our.example", new Verdict.Remote(Optional.of("paris")));
        rig.verdicts.put("c@our.example", new Verdict.Remote(Optional.of("berlin")));
        rig.send("a@our.example", "b@our.example", "c@our.example", "d@one.example");

        assertEquals(List.of("[a, c] smtp:berlin", "[b] smtp:paris", "[d] smtp:one.example"), rig.smtp.tried().stream()
                .map(delivery -> delivery.targets().stream().map(target -> target.recipient().address().local()).toList()
                        + " " + delivery.hop().queue()).sorted().toList());
    }

    private final class Listening implements Router {
        @Override
        public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
            return CompletableFuture.completedStage(new Route.Via(new NextHop.Domain(server.orElse(recipient.domain()))));
        }

        @Override
        public void failed(NextHop hop, String reason) {
            heard.add("failed " + hop.queue() + " " + reason);
        }

        @Override
        public void reached(NextHop hop) {
            heard.add("reached " + hop.queue());
        }
    }
}
