package org.waypost.link.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;

class CodecTest {
    @Test
    void whatIsWrittenIsReadTheSame() {
        States states = new States(1);
        for (int i = 0; i < 1_000; i++) {
            GroupState state = states.next();
            String text = GroupCodec.write(state);
            assertEquals(new Decoded.Ok<>(state), GroupCodec.read(text));
            assertTrue(text.chars().allMatch(unit -> unit >= ' ' && unit <= '~'), "one line of printable ASCII");
        }
    }

    @Test
    void aDamagedTextIsBadOrAnotherStateButNeverAnException() {
        Random random = new Random(2);
        States states = new States(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(GroupCodec.write(states.next()));
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                damage(text, random);
            }
            if (GroupCodec.read(text.toString()) instanceof Decoded.Ok<GroupState> ok) {
                assertEquals(text.toString(), GroupCodec.write(ok.value()), "only the canonical form is taken");
            }
        }
    }

    @Test
    void nestingLengthAndSizeAreBounded() {
        assertInstanceOf(Decoded.Bad.class, GroupCodec.read("(".repeat(1_000_000)));
        assertInstanceOf(Decoded.Bad.class, GroupCodec.read("(group " + "x".repeat(NodeReader.MAX_WORD + 1) + ")"));
        assertEquals(new Decoded.Bad<>("more than " + GroupCodec.MAX_TEXT + " characters"), GroupCodec.read(" ".repeat(GroupCodec.MAX_TEXT + 1)));
        assertInstanceOf(Decoded.Bad.class, GroupCodec.read(""));
    }

    @Test
    void theDigestIsOfTheContentAndNotOfTheOrder() {
        List<GroupState> states = states(7);
        OrganizationMap map = MapCodec.map(states);
        List<GroupState> turned = new ArrayList<>(states);
        Collections.reverse(turned);
        assertEquals(map, MapCodec.map(turned));
        assertNotEquals(map.digest(), MapCodec.map(states.subList(1, 7)).digest());
    }

    @Test
    void aFileIsReadBackAndADamagedOneIsRefused() {
        OrganizationMap map = MapCodec.map(states(5));
        String text = MapCodec.write(map);
        assertEquals(new Decoded.Ok<>(map), MapCodec.read(text));
        assertEquals(new Decoded.Ok<>(OrganizationMap.EMPTY), MapCodec.read(MapCodec.write(OrganizationMap.EMPTY)));
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder damaged = new StringBuilder(text);
            damage(damaged, random);
            if (!damaged.toString().equals(text)) {
                assertInstanceOf(Decoded.Bad.class, MapCodec.read(damaged.toString()));
            }
        }
    }

    private static List<GroupState> states(int count) {
        States states = new States(count);
        List<GroupState> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(states.next());
        }
        return all;
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.setLength(Math.max(1, at));
            case 1 -> text.setCharAt(at, (char) random.nextInt(300));
            case 2 -> text.insert(at, "() \"\\0a9".charAt(random.nextInt(8)));
            default -> text.deleteCharAt(at);
        }
        if (text.isEmpty()) {
            text.append('(');
        }
    }
}
