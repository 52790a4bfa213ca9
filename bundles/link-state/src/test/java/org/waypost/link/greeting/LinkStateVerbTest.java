package org.waypost.link.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Chunks;
import org.waypost.link.codec.Message;
import org.waypost.link.port.Events;
import org.waypost.link.port.NotedDesk;
import org.waypost.link.port.Site;
import org.waypost.link.port.Strangers;
import org.waypost.mail.Reply;
import org.waypost.smtp.SmtpVerb;

class LinkStateVerbTest {
    private static final Message LONG = new Message.Digest("x".repeat(3_000));

    @TempDir
    Path folder;
    private final NotedDesk desk = new NotedDesk();
    private final Events events = new Events();
    private Site peer;
    private LinkStateVerb verb;

    @BeforeEach
    void make() throws IOException {
        peer = new Site("peer", folder);
        verb = new LinkStateVerb(desk, () -> peer.roster(peer.server), events, new Strangers("the verb", events, InstantSource.system()));
    }

    @AfterEach
    void end() {
        peer.close();
    }

    private Reply say(long session, Optional<String> server, String argument) {
        return verb.handle(new SmtpVerb.Request("1", session, "192.0.2.1", server, argument)).toCompletableFuture().join();
    }

    private Reply say(String argument) {
        return say(1, Optional.of("PEER"), argument);
    }

    @Test
    void chunksOfSessionsAreKeptApart() {
        List<String> lines = Chunks.split(LONG);
        for (String line : lines.subList(0, lines.size() - 1)) {
            assertEquals("250 2.0.0 GO ON", say(1, Optional.of("peer"), line).toString());
            assertEquals("250 2.0.0 GO ON", say(2, Optional.of("peer"), line).toString());
        }
        assertEquals("250 DONE", say(1, Optional.of("peer"), lines.get(lines.size() - 1)).toString());
        assertEquals("250 DONE", say(2, Optional.of("peer"), lines.get(lines.size() - 1)).toString());
        assertEquals(List.of(LONG, LONG), desk.received);
    }

    @Test
    void noLineOfAnAnswerIsTooLongForAReply() {
        desk.answers = message -> List.of(LONG);
        Reply reply = say(Chunks.split(new Message.Digest("d")).get(0));
        assertTrue(reply.text().stream().allMatch(text -> text.length() <= 506), reply.toString());
        Chunks chunks = new Chunks();
        assertEquals("Ok[value=" + LONG + "]", reply.text().stream().map(chunks::line).flatMap(Optional::stream).map(Object::toString)
                .collect(Collectors.joining()));
    }

    @Test
    void nobodyButAServerOfTheOrganizationIsHeard() {
        for (Optional<String> who : List.of(Optional.<String>empty(), Optional.of("mallory"))) {
            assertEquals(550, say(1, who, Chunks.split(LONG).get(0)).code());
        }
        assertEquals(List.of(), desk.received);
        assertEquals(1, events.count(LinkStateEvent.STRANGER), "told once an hour");
    }

    @Test
    void whateverIsNoMessageIsRefusedWithAnEvent() {
        Random random = new Random(691);
        String good = Chunks.split(new Message.Digest("d")).get(0);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line = new StringBuilder(random.nextBoolean() ? good : "");
            for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
                line.insert(random.nextInt(line.length() + 1), (char) random.nextInt(256));
            }
            int code = say(i, Optional.of("peer"), line.toString()).code();
            assertTrue(code == 250 || code == 501, () -> line + ": " + code);
            refused += code == 501 ? 1 : 0;
        }
        assertTrue(refused > 4_000, "refused " + refused);
        assertEquals(refused, events.count(LinkStateEvent.REFUSED_STATE));
    }
}
