package org.waypost.admin.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which columns of a table are shown, and how wide. For one thread. */
final class Fit {
    /** Between two columns, as Karaf draws a table. */
    private static final int BETWEEN = 3;
    /** A text that is shorter says nothing. */
    private static final int LEAST = 12;
    /** See {@link Text#orDash}. */
    private static final String NOTHING = "-";

    private final List<Column> columns;
    private final List<List<String>> rows;
    private final int[] widths;
    private final List<Integer> shown;

    /**
     * @param text whether its values may be cut
     * @param right whether they stand to the right
     */
    record Column(String heading, boolean text, boolean right) {}

    /** With room for all. */
    Fit(List<Column> columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows;
        shown = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        widths = shown.stream().mapToInt(i -> rows.stream().mapToInt(row -> row.get(i).length())
                .reduce(columns.get(i).heading().length(), Math::max)).toArray();
    }

    /**
     * @param width in characters; it is exceeded where columns that are neither text nor spare exceed it
     * @param spare headings, in the order in which columns are left out; those with nothing in any row before all others
     */
    void into(int width, List<String> spare) {
        for (String heading : spare) {
            if (total(widths) > width) {
                shown.removeIf(i -> columns.get(i).heading().equals(heading) && isEmpty(i));
            }
        }
        for (String heading : spare) {
            if (total(least()) > width) {
                shown.removeIf(i -> columns.get(i).heading().equals(heading));
            }
        }
        shrink(width);
    }

    /** The widest text gives way by one, until it fits. */
    private void shrink(int width) {
        Optional<Integer> widest = widestText();
        while (total(widths) > width && widest.isPresent()) {
            widths[widest.get()]--;
            widest = widestText();
        }
    }

    private boolean isEmpty(int number) {
        return rows.stream().allMatch(row -> row.get(number).equals(NOTHING));
    }

    private int[] least() {
        return IntStream.range(0, widths.length).map(i -> columns.get(i).text() ? Math.min(widths[i], Math.max(LEAST, heading(i)))
                : widths[i]).toArray();
    }

    private int total(int[] each) {
        return shown.stream().mapToInt(i -> each[i]).sum() + BETWEEN * (shown.size() - 1);
    }

    private Optional<Integer> widestText() {
        return shown.stream().filter(i -> columns.get(i).text() && widths[i] > heading(i))
                .max(Comparator.comparingInt(i -> widths[i]));
    }

    private int heading(int number) {
        return columns.get(number).heading().length();
    }

    /** Numbers of columns, in their order. */
    List<Integer> shown() {
        return shown;
    }

    /** Of one column, in characters. */
    int width(int number) {
        return widths[number];
    }

    /** The headings of what is not shown. */
    List<String> left() {
        return IntStream.range(0, columns.size()).filter(i -> !shown.contains(i)).mapToObj(i -> columns.get(i).heading()).toList();
    }
}
