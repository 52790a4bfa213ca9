package org.waypost.link.port;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.waypost.link.codec.Message;
import org.waypost.link.participant.Participant.Greeted;

/** Notes what it is told and answers as the test says. */
public final class NotedDesk implements Desk {
    public final List<UUID> connected = new CopyOnWriteArrayList<>();
    public final List<String> disconnected = new CopyOnWriteArrayList<>();
    public final List<Message> received = new CopyOnWriteArrayList<>();
    public final List<Greeted> greeted = new CopyOnWriteArrayList<>();
    public volatile List<Message> first = List.of();
    public volatile Function<Message, List<Message>> answers = message -> List.of();

    @Override
    public CompletionStage<List<Message>> connected(UUID server) {
        connected.add(server);
        return CompletableFuture.completedStage(first);
    }

    @Override
    public void disconnected(UUID server, String reason) {
        disconnected.add(reason);
    }

    @Override
    public CompletionStage<List<Message>> received(UUID server, Message message) {
        received.add(message);
        return CompletableFuture.completedStage(new ArrayList<>(answers.apply(message)));
    }

    @Override
    public CompletionStage<Message> opening() {
        return CompletableFuture.completedStage(new Message.Digest("opening"));
    }

    @Override
    public void greeted(UUID connector, Greeted outcome) {
        greeted.add(outcome);
    }
}
