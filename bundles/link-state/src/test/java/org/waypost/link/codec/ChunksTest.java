package org.waypost.link.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;

class ChunksTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void everyMessageComesBackFromShortLines() {
        States states = new States(11);
        Chunks chunks = new Chunks();
        for (int i = 0; i < 200; i++) {
            for (Message message : List.of(new Message.Digest("ab"), new Message.Versions(Map.of(ID, new GroupVersion(1, 2, 3, 4))),
                    new Message.Wanted(Set.of(ID, new UUID(3, 4))), new Message.State(states.next()),
                    new Message.Report(new Link(ID, ID), Optional.of("no route\r\n")), new Message.Report(new Link(ID, ID), Optional.empty()))) {
                Optional<Decoded<Message>> read = Optional.empty();
                for (String line : Chunks.split(message)) {
                    assertTrue(read.isEmpty());
                    assertTrue(line.length() <= Chunks.MAX_LINE);
                    read = chunks.line(line);
                }
                assertEquals(Optional.of(new Decoded.Ok<>(message)), read);
            }
        }
    }

    @Test
    void aLineThatIsNoChunkForgetsWhatCameBefore() {
        Chunks chunks = new Chunks();
        chunks.line("CHUNK={(digest }");
        assertInstanceOf(Decoded.Bad.class, chunks.line("").orElseThrow());
        assertEquals(new Decoded.Ok<>(new Message.Digest("ab")), chunks.line("LAST CHUNK={(digest ab)}").orElseThrow());
        assertInstanceOf(Decoded.Bad.class, chunks.line("LAST CHUNK={").orElseThrow());
        assertInstanceOf(Decoded.Bad.class, chunks.line("CHUNK={" + "x".repeat(Chunks.MAX_LINE) + "}").orElseThrow());
    }

    @Test
    void whatIsCollectedIsBounded() {
        Chunks chunks = new Chunks();
        String line = "CHUNK={" + "x".repeat(900) + "}";
        int lines = 0;
        while (chunks.line(line).isEmpty()) {
            lines++;
        }
        assertEquals(MessageCodec.MAX_TEXT / 900, lines);
    }

    @Test
    void anyLineIsReadOrRefused() {
        Random random = new Random(12);
        Chunks chunks = new Chunks();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(random.nextBoolean() ? "LAST CHUNK={(" : "");
            for (int length = random.nextInt(40); length > 0; length--) {
                line.append("() digestwanted\"\\0}{x".charAt(random.nextInt(21)));
            }
            chunks.line(line.append('}').toString());
        }
    }
}
