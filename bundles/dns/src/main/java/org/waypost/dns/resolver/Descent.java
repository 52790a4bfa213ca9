package org.waypost.dns.resolver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** One question's way from the closest zone that is known down to an answer (RFC 1034 5.3.3). */
final class Descent {
    /** Servers that are found by servers that must be found first; zones may lead in a circle. */
    private static final int MAX_DEPTH = 4;

    private final Iteration iteration;
    private final Record question;
    private final Watcher watcher;
    private final Budget budget;
    private final int depth;

    /** @param depth how many questions wait for this one */
    Descent(Iteration iteration, Record question, Watcher watcher, Budget budget, int depth) {
        this.iteration = iteration;
        this.question = question;
        this.watcher = watcher;
        this.budget = budget;
        this.depth = depth;
    }

    CompletionStage<Message> run() {
        return ask(iteration.visit(iteration.delegations().closest(question.getName()), true));
    }

    private CompletionStage<Message> ask(Visit visit) {
        Optional<InetSocketAddress> server = visit.nextServer();
        if (server.isPresent()) {
            return ask(visit, server.get());
        }
        return visit.nextHost().map(host -> addresses(host).thenCompose(found -> {
            found.ifPresentOrElse(visit::offer, () -> visit.useless(host.toString(true), "its address was not found"));
            return ask(visit);
        })).orElseGet(() -> exhausted(visit));
    }

    private CompletionStage<Message> ask(Visit visit, InetSocketAddress server) {
        try {
            iteration.requireRunning();
            budget.takeQuery();
        } catch (IOException e) {
            return CompletableFuture.failedStage(new IOException(visit.failure(e.getMessage())));
        }
        return iteration.sender().send(server, question, watcher)
                .handle((reply, failure) -> failure == null ? answered(visit, server, reply) : silent(visit, server, failure))
                .thenCompose(next -> next);
    }

    private CompletionStage<Message> answered(Visit visit, InetSocketAddress server, Message reply) {
        ZoneReply said = ZoneReply.of(reply, question, visit.zone().zone());
        if (said instanceof ZoneReply.Final last) {
            return CompletableFuture.completedStage(last.message());
        }
        if (said instanceof ZoneReply.Referral referral) {
            return ask(iteration.visit(iteration.delegations().add(referral), false));
        }
        visit.useless(QuerySender.label(server), ((ZoneReply.Useless) said).reason());
        return ask(visit);
    }

    private CompletionStage<Message> silent(Visit visit, InetSocketAddress server, Throwable failure) {
        iteration.silences().note(server);
        if ((failure instanceof CompletionException ? failure.getCause() : failure) instanceof SocketTimeoutException) {
            budget.noteSilence();
        }
        visit.silent(server, QuerySender.describe(failure));
        return ask(visit);
    }

    /** A zone that was known from before may have moved: its parent is asked anew. */
    private CompletionStage<Message> exhausted(Visit visit) {
        Name zone = visit.zone().zone();
        if (!visit.isRemembered() || zone.equals(Name.root)) {
            return CompletableFuture.failedStage(new IOException(visit.failure("")));
        }
        iteration.delegations().drop(zone);
        return run();
    }

    /** Empty if the host has none. An alias is not followed: the name of a server is none (RFC 2181 10.3). */
    private CompletionStage<Optional<List<InetSocketAddress>>> addresses(Name host) {
        if (depth == MAX_DEPTH) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return addresses(host, Type.A).thenCompose(four -> four.isEmpty() ? addresses(host, Type.AAAA)
                : CompletableFuture.completedStage(four)).thenApply(found -> Optional.of(found).filter(list -> !list.isEmpty()));
    }

    private CompletionStage<List<InetSocketAddress>> addresses(Name host, int type) {
        Record wanted = Record.newRecord(host, type, DClass.IN);
        return new Descent(iteration, wanted, watcher, budget, depth + 1).run()
                .handle((answer, failure) -> failure == null ? learnt(answer, host, type) : List.of());
    }

    private List<InetSocketAddress> learnt(Message answer, Name host, int type) {
        List<RRset> sets = answer.getSectionRRsets(Section.ANSWER).stream()
                .filter(set -> set.getType() == type && set.getName().equals(host)).toList();
        sets.forEach(iteration.delegations()::add);
        return iteration.delegations().addresses(sets.stream()).toList();
    }
}
