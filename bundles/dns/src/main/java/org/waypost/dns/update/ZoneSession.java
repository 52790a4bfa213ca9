package org.waypost.dns.update;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * Speaks to one server, by TCP, so that an update of any size arrives once. Stages fail with an {@link IOException} whose
 * message is a clause for people.
 */
final class ZoneSession {
    private final SimpleResolver resolver;
    private final String label;
    private final Optional<UpdateKey> key;

    ZoneSession(InetSocketAddress server, Duration timeout, Optional<UpdateKey> key) {
        resolver = new SimpleResolver(server);
        resolver.setTCP(true);
        resolver.setTimeout(timeout);
        key.ifPresent(with -> resolver.setTSIGKey(with.tsig()));
        label = label(server);
        this.key = key;
    }

    static String label(InetSocketAddress server) {
        return server.getAddress().getHostAddress() + " port " + server.getPort();
    }

    /** The records of a name, of a type or an alias, as the server itself has them. */
    CompletionStage<List<Record>> records(Name name, int type) {
        return ask(name, type).thenCompose(answer -> {
            int rcode = answer.getRcode();
            if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN || !answer.getHeader().getFlag(Flags.AA)) {
                return failed(unanswered(answer, name));
            }
            return CompletableFuture.completedStage(answer.getSection(Section.ANSWER).stream()
                    .filter(record -> record.getName().equals(name) && (record.getType() == type || record.getType() == Type.CNAME)).toList());
        });
    }

    /** The zone of this server that a name is in: its SOA comes with the answer or with the absence of one. */
    CompletionStage<Name> zoneOf(Name name) {
        return ask(name, Type.SOA).thenCompose(answer -> {
            Optional<Name> zone = Stream.of(Section.ANSWER, Section.AUTHORITY)
                    .flatMap(section -> answer.getSection(section).stream())
                    .filter(record -> record.getType() == Type.SOA && name.subdomain(record.getName()))
                    .map(record -> record.getName()).findFirst();
            return zone.isPresent() && answer.getHeader().getFlag(Flags.AA) ? CompletableFuture.completedStage(zone.get())
                    : failed(unanswered(answer, name));
        });
    }

    CompletionStage<Void> send(Update update) {
        return resolver.sendAsync(update).handle(this::answered).thenCompose(answer -> answer).thenCompose(answer -> {
            if (answer.getRcode() != Rcode.NOERROR) {
                return failed(trouble(answer));
            }
            return key.isPresent() && !answer.isVerified() ? failed(label + " answered without a signature by the key " + key.get() + ": look whether it changed the zone")
                    : CompletableFuture.completedStage(null);
        });
    }

    private CompletionStage<Message> ask(Name name, int type) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return resolver.sendAsync(query).handle(this::answered).thenCompose(answer -> answer);
    }

    private CompletionStage<Message> answered(Message answer, Throwable failure) {
        if (failure == null) {
            return CompletableFuture.completedStage(answer);
        }
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return failed(label + " did not answer (" + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()) + ")");
    }

    private String unanswered(Message answer, Name name) {
        return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.REFUSED
                ? label + " is no server of a zone that " + name.toString(true) + " is in" : trouble(answer);
    }

    private String trouble(Message answer) {
        int rcode = answer.getTSIG() == null || answer.getTSIG().getError() == 0 ? answer.getRcode() : answer.getTSIG().getError();
        String name = key.map(with -> "the key " + with).orElse("");
        return switch (rcode) {
            case Rcode.BADKEY -> label + " does not know " + name + ": its name and algorithm must be the same there";
            case Rcode.BADSIG -> label + " has another secret for " + name;
            case Rcode.BADTIME -> "the clocks of this machine and of " + label + " differ by minutes";
            case Rcode.REFUSED -> label + " refuses this: " + (name.isEmpty() ? "no key is set (updateKeyFile of org.waypost.dns)"
                    : name + " has no right to it there, or the zone is not changed this way");
            case Rcode.NOTAUTH -> label + " has no such zone, or takes no updates of it";
            case Rcode.NOTIMP -> label + " knows no dynamic updates";
            default -> label + " answered " + Rcode.string(rcode);
        };
    }

    private static <T> CompletionStage<T> failed(String reason) {
        return CompletableFuture.failedStage(new IOException(reason));
    }
}
