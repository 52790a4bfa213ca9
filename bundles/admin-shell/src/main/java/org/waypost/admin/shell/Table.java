package org.waypost.admin.shell;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * Rows under headings, made to fit the screen: Karaf draws them, but would let them run over the edge, or cut a value without a
 * sign. Where there is no room, spare columns with nothing in them go first, then the widest texts give way, and before these say
 * nothing the other spare columns are left out; a line below names what is missing. What can be the argument of another command
 * is never cut, even if rows then run over. For one thread.
 */
public final class Table {
    private static final String CUT = Charset.defaultCharset().newEncoder().canEncode('…') ? "…" : "...";

    private final String none;
    private final List<Fit.Column> columns = new ArrayList<>();
    private final List<String> spare = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** @param none is said where there are no rows */
    public Table(String none) {
        this.none = none;
    }

    /** Adds columns whose values are never cut: names, ids, states, times. */
    public Table whole(String... headings) {
        return add(false, false, headings);
    }

    /** Adds columns of numbers, lengths and sizes: as {@link #whole}, and to the right. */
    public Table numbers(String... headings) {
        return add(false, true, headings);
    }

    /** Adds columns whose values may be cut. */
    public Table texts(String... headings) {
        return add(true, false, headings);
    }

    private Table add(boolean text, boolean right, String... headings) {
        for (String heading : headings) {
            columns.add(new Fit.Column(heading, text, right));
        }
        return this;
    }

    /** Names the columns that are left out, the first of them first, before texts get too short to say anything. */
    public Table spare(String... headings) {
        spare.addAll(List.of(headings));
        return this;
    }

    /** @param values one for each column, in their order; what could steer a terminal is taken out of them */
    public void row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        rows.add(IntStream.range(0, values.length).mapToObj(i -> Text.plain(String.valueOf(values[i]))).toList());
    }

    /** Fitted to the terminal of the command that runs in this thread. */
    public void print(PrintStream out) {
        print(out, Screen.current().width());
    }

    /** @param width in characters; 0 for whole values */
    public void print(PrintStream out, int width) {
        Fit fit = new Fit(columns, rows);
        if (width > 0) {
            fit.into(width, spare);
        }
        ShellTable table = new ShellTable().emptyTableText(none);
        fit.shown().forEach(i -> table.column(drawn(columns.get(i))));
        rows.forEach(row -> table.addRow().addContent(fit.shown().stream().<Object>map(i -> cut(row.get(i), fit.width(i))).toList()));
        table.print(out);
        if (!fit.left().isEmpty()) {
            out.println("Left out: " + String.join(", ", fit.left()) + "; --json has all.");
        }
    }

    private static Col drawn(Fit.Column column) {
        Col drawn = new Col(column.heading());
        return column.right() ? drawn.alignRight() : drawn;
    }

    private static String cut(String value, int width) {
        if (value.length() <= width) {
            return value;
        }
        int end = Math.max(0, width - CUT.length());
        return value.substring(0, end > 0 && Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
