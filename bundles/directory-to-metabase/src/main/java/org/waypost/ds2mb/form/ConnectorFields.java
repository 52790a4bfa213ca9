package org.waypost.ds2mb.form;

import static org.waypost.ds2mb.form.FieldBuilder.field;

import java.util.List;
import java.util.stream.Stream;
import org.waypost.ds2mb.mapping.ConnectorMapping;
import org.waypost.ds2mb.mapping.ConnectorPassage;
import org.waypost.ds2mb.mapping.ObjectTable;
import org.waypost.settings.Field.Type;
import org.waypost.topology.Schedule;

/** The fields of connectors, as {@code docs/schema.md} and link state have them. */
final class ConnectorFields {
    private static final ObjectTable PASSAGE = ConnectorPassage.TABLE;
    private static final ObjectTable OWN = ConnectorMapping.TABLE;
    private static final long LARGEST_KB = Integer.MAX_VALUE;

    static final List<FormField> SMTP = Stream.of(List.of(
            field(OWN, "addressSpaces", "Address spaces", "What the connector is for, each with its cost: SMTP:example.net;1 for a domain,"
                    + " SMTP:*.example.net;1 for it and all below it, SMTP:*;1 for everything.").many().build(),
            field(OWN, "smartHost", "Smart host", "Where it sends: NAME, [ADDRESS] or mx:DOMAIN, each with an optional :PORT; several are"
                    + " separated by commas and tried in that order. Default: by MX of each domain.").build(),
            field(OWN, "credentials", "Credentials", "Name of the credentials that the smart host wants. Default: none.").build()),
            general(),
            List.of(
            field(OWN, "scope", "Scope", "Who may use its address spaces: servers of the whole organization, or of its own routing group.")
                    .oneOf("organization", "group").standard("organization").build(),
            field(OWN, "connectedGroups", "Connected routing groups", "Names of routing groups that it leads to. Default: none.")
                    .many(";").build(),
            field(OWN, "relayDomains", "Relay domains", "Domains that others may relay to through it. Default: none.").many(",").build()),
            passage()).flatMap(List::stream).toList();

    static final List<FormField> ROUTING_GROUP = Stream.of(List.of(
            field(PASSAGE, "targetGroup", "Target routing group", "The routing group that it leads to.").is(Type.GROUP).required().build(),
            field(PASSAGE, "targetBridgeheads", "Target bridgeheads", "Servers there that it sends to, at least one.").is(Type.SERVER).many()
                    .required().build()),
            general(), passage()).flatMap(List::stream).toList();

    private ConnectorFields() {}

    private static List<FormField> general() {
        return List.of(
                field(PASSAGE, "cost", "Cost", "The cheapest way wins. 1 to 100, default 1.").number(1, 100).standard("1").build(),
                field(PASSAGE, "sourceBridgeheads", "Source bridgeheads", "Servers of its routing group that send through it. Default: all.")
                        .is(Type.SERVER).many().build());
    }

    private static List<FormField> passage() {
        return List.of(
                hours("schedule", "Schedule", "When it is open, in UTC: always, never or hours as in Mon-Fri 08:00-18:00; Sat"
                        + " 10:00-12:00. Default: always.").standard("always").build(),
                field(OWN, "remoteStarts", "Remote side starts", "Whether mail waits until the remote side asks for it (ETRN). Default"
                        + " false.").is(Type.FLAG).standard("false").build(),
                field(PASSAGE, "maxSize", "Largest message", "In KB of 1,024 octets. Default: no limit.").number(0, LARGEST_KB).build(),
                field(OWN, "oversize", "Oversize above", "Messages above so many KB wait for the oversize schedule. Default: none do.")
                        .number(0, LARGEST_KB).build(),
                hours("oversizeSchedule", "Oversize schedule", "When larger messages go, as in the schedule.").build(),
                senders("allowedSenders", "Allowed senders", "Those who alone may send through it: DN or address. Default: everybody."),
                senders("allowedGroups", "Allowed groups", "Groups whose members alone may send through it: DN or address. Default:"
                        + " everybody."),
                senders("refusedSenders", "Refused senders", "Those who may not send through it: DN or address. Default: nobody."),
                senders("refusedGroups", "Refused groups", "Groups whose members may not send through it: DN or address. Default: nobody."),
                field(OWN, "priorities", "Priorities", "Messages of these priorities pass. Default: all.").oneOf("low", "normal", "high")
                        .many(",").build(),
                field(OWN, "system", "System messages", "Whether messages with the null reverse-path pass, such as DSNs. Default true.")
                        .is(Type.FLAG).standard("true").build(),
                field(OWN, "nonSystem", "Messages of people", "Whether all other messages pass. Default true.").is(Type.FLAG)
                        .standard("true").build());
    }

    private static FieldBuilder hours(String key, String label, String help) {
        return field(OWN, key, label, help).checked(text -> Schedule.parse(text).isPresent(), Schedule.ALLOWED);
    }

    private static FormField senders(String key, String label, String help) {
        return field(PASSAGE, key, label, help).is(Type.SENDER).many().build();
    }
}
