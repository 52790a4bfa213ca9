package org.waypost.link.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;

/**
 * The whole map: its digest and its form in a file, which is a line with the version of the form and the digest, then a
 * line for each group in the order of their ids, each ended by LF.
 */
public final class MapCodec {
    /** Characters of the largest file that is read. */
    public static final int MAX_TEXT = 128 << 20;

    private static final String HEAD = "waypost-link-state 1 ";
    private static final char END = '\n';

    private MapCodec() {}

    /** @param states one for each group, in any order */
    public static OrganizationMap map(Collection<GroupState> states) {
        SortedMap<UUID, GroupState> groups = new TreeMap<>();
        states.forEach(state -> groups.put(state.group().id(), state));
        return new OrganizationMap(groups, digest(groups.values().stream().map(MapCodec::hash).toList()));
    }

    public static String write(OrganizationMap map) {
        StringBuilder text = new StringBuilder(HEAD).append(map.digest()).append(END);
        map.groups().values().forEach(state -> text.append(GroupCodec.write(state)).append(END));
        return text.toString();
    }

    /** @return bad if anything is wrong, be it in one group only: a file is written whole or not at all */
    public static Decoded<OrganizationMap> read(String text) {
        int head = text.indexOf(END);
        if (text.length() > MAX_TEXT || head < 0 || !text.startsWith(HEAD)) {
            return new Decoded.Bad<>("not a link state file of version 1");
        }
        SortedMap<UUID, GroupState> groups = new TreeMap<>();
        for (int begin = head + 1; begin < text.length(); begin = text.indexOf(END, begin) + 1) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                return new Decoded.Bad<>("ends early");
            }
            Decoded<GroupState> group = GroupCodec.read(text.substring(begin, end));
            if (group instanceof Decoded.Bad<GroupState> bad) {
                return new Decoded.Bad<>("group " + (groups.size() + 1) + ": " + bad.reason());
            }
            GroupState state = ((Decoded.Ok<GroupState>) group).value();
            if (!groups.isEmpty() && groups.lastKey().compareTo(state.group().id()) >= 0) {
                return new Decoded.Bad<>("groups not in the order of their ids");
            }
            groups.put(state.group().id(), state);
        }
        OrganizationMap map = map(groups.values());
        return map.digest().equals(text.substring(HEAD.length(), head)) ? new Decoded.Ok<>(map) : new Decoded.Bad<>("wrong digest");
    }

    /** The SHA-256 of a group's line: kept beside its state, so that only what changed is written anew for a digest. */
    public static byte[] hash(GroupState state) {
        return sha256().digest(GroupCodec.write(state).getBytes(StandardCharsets.US_ASCII));
    }

    /** @param hashes of all groups' lines, in the order of their ids */
    public static String digest(Collection<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return OrganizationMap.EMPTY.digest();
        }
        MessageDigest digest = sha256();
        hashes.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
