package org.waypost.link.codec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;

/** A message as one line of ASCII, a list whose first word says what it is. */
public final class MessageCodec {
    /** Characters of the longest message that is read. */
    public static final int MAX_TEXT = GroupCodec.MAX_TEXT + 64;

    private static final String DIGEST = "digest";
    private static final String VERSIONS = "versions";
    private static final String WANTED = "wanted";
    private static final String STATE = "state";
    private static final String REPORT = "report";

    private MessageCodec() {}

    public static String write(Message message) {
        return NodeWriter.write(node(message));
    }

    /** @return bad unless it is what {@link #write} makes of a message */
    public static Decoded<Message> read(String text) {
        if (text.length() > MAX_TEXT) {
            return new Decoded.Bad<>("more than " + MAX_TEXT + " characters");
        }
        try {
            Message message = message(Fields.of(NodeReader.read(text)));
            return write(message).equals(text) ? new Decoded.Ok<>(message) : new Decoded.Bad<>("not in canonical form");
        } catch (MalformedException e) {
            return new Decoded.Bad<>(e.getMessage());
        }
    }

    private static Node node(Message message) {
        if (message instanceof Message.Digest digest) {
            return Node.list(DIGEST, digest.digest());
        }
        if (message instanceof Message.Versions versions) {
            return Node.list(VERSIONS, Node.list(new TreeMap<>(versions.versions()).entrySet(),
                    entry -> Node.list(entry.getKey(), GroupForm.version(entry.getValue()))));
        }
        if (message instanceof Message.Wanted wanted) {
            return Node.list(WANTED, Node.sorted(wanted.groups()));
        }
        if (message instanceof Message.State state) {
            return Node.list(STATE, GroupForm.write(state.state()));
        }
        Message.Report report = (Message.Report) message;
        return Node.list(REPORT, report.link().connector(), report.link().bridgehead(), Node.words(report.down().stream().toList()));
    }

    private static Message message(Fields fields) throws MalformedException {
        Message message = switch (fields.word()) {
            case DIGEST -> new Message.Digest(fields.word());
            case VERSIONS -> new Message.Versions(versions(fields.fields()));
            case WANTED -> new Message.Wanted(fields.set(Fields::id));
            case STATE -> new Message.State(GroupForm.read(fields.fields()));
            case REPORT -> new Message.Report(new Link(fields.id(), fields.id()), reason(fields.fields()));
            default -> throw new MalformedException("not a message");
        };
        fields.end();
        return message;
    }

    private static Map<UUID, GroupVersion> versions(Fields groups) throws MalformedException {
        Map<UUID, GroupVersion> versions = new TreeMap<>();
        while (groups.hasNext()) {
            Fields group = groups.fields();
            versions.put(group.id(), GroupForm.version(group.fields()));
            group.end();
        }
        return versions;
    }

    private static Optional<String> reason(Fields fields) throws MalformedException {
        Optional<String> reason = fields.hasNext() ? Optional.of(fields.word()) : Optional.empty();
        fields.end();
        return reason;
    }
}
