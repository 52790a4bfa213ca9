package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final String REASON = "452 4.2.2 the mailbox is full ".repeat(6);

    private static Table table() {
        Table table = new Table("None.").whole("Queue").numbers("Size").texts("To", "Reason").spare("Size");
        table.row("smtp:example.net", "3.0 MiB", "bob@example.net", REASON);
        return table;
    }

    private static List<String> printed(Table table, int width) throws Exception {
        return Printed.by(out -> table.print(out, width)).lines().toList();
    }

    @Test
    void theWidestTextGivesWayAndTheOthersStayWhole() throws Exception {
        List<String> lines = printed(table(), 80);
        assertEquals(3, lines.size(), lines.toString());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), lines.toString());
        assertTrue(lines.get(2).matches("smtp:example.net . 3.0 MiB . bob@example.net . 452 4.2.2 the mailbox is f.*(…|\\.\\.\\.)"), lines.get(2));
        assertEquals(80, lines.get(2).length());
    }

    @Test
    void aSpareColumnIsLeftOutBeforeTextsSayNothing() throws Exception {
        List<String> lines = printed(table(), 48);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 48), lines.toString());
        assertFalse(lines.get(0).contains("Size"), lines.get(0));
        assertEquals("Left out: Size; --json has all.", lines.get(3));
    }

    @Test
    void aSpareColumnWithNothingInItGoesBeforeAnythingIsCut() throws Exception {
        Table table = new Table("None.").whole("Queue").numbers("Size").texts("Reason").whole("Held until").spare("Size", "Held until");
        table.row("smtp:example.net", "3.0 MiB", "452 4.2.2 the mailbox is full", "-");
        assertTrue(printed(table, 80).get(0).endsWith("Held until"), "there is room");
        List<String> lines = printed(table, 60);
        assertTrue(lines.get(2).endsWith("is full") && lines.get(2).contains("3.0 MiB"), lines.get(2));
        assertEquals("Left out: Held until; --json has all.", lines.get(3));
    }

    @Test
    void anArgumentOfOtherCommandsIsNeverCut() throws Exception {
        List<String> lines = printed(table(), 20);
        assertTrue(lines.get(2).startsWith("smtp:example.net "), lines.get(2));
    }

    @Test
    void aCutSplitsNoCharacter() throws Exception {
        Table table = new Table("None.").texts("To");
        table.row("\ud83d\udce7".repeat(10));
        for (int width = 4; width < 20; width++) {
            String row = printed(table, width).get(2);
            assertTrue(row.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE), row);
        }
    }

    @Test
    void nothingSteersTheTerminal() throws Exception {
        Table table = new Table("None.").whole("Queue");
        table.row("a\u001b[2Jb");
        assertTrue(printed(table, 0).get(2).startsWith("a?[2Jb"));
        assertThrows(IllegalArgumentException.class, () -> table.row("one", "too many"));
    }

    @Test
    void itFitsTheTerminalAndIsWholeWithoutOne() throws Exception {
        Action action = () -> {
            table().print(System.out);
            return null;
        };
        assertTrue(widest(120, action) == 120 && widest(80, action) == 80, "as wide as the terminal");
        assertEquals(80, widest(0, action), "a terminal that does not know its width");
        assertTrue(widest(-1, action) > 180, "no terminal");
        try (TestShell shell = new TestShell(80)) {
            String piped = shell.runPiped(action);
            assertTrue(piped.contains(REASON.strip()), piped);
        }
    }

    private static int widest(int width, Action action) throws Exception {
        try (TestShell shell = new TestShell(width)) {
            return shell.run(action).lines().mapToInt(String::length).max().orElse(0);
        }
    }
}
