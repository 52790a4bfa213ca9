package org.waypost.directory.embedded.memory;

import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import org.apache.directory.api.ldap.model.cursor.AbstractCursor;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.InvalidCursorPositionException;

/**
 * Goes through rows that may change meanwhile: each step looks for the neighbour of the row it is at. For one thread at a
 * time.
 *
 * @param <E> what it makes of a row
 */
final class SortedCursor<K, V, E> extends AbstractCursor<E> {
    private final NavigableMap<Place<K, V>, V> rows;
    private final Function<Map.Entry<Place<K, V>, V>, E> element;
    private final Locator<K, V, E> locator;
    /** Null at either end. */
    private Place<K, V> place;
    private boolean end;
    private E current;

    SortedCursor(NavigableMap<Place<K, V>, V> rows, Function<Map.Entry<Place<K, V>, V>, E> element,
            Locator<K, V, E> locator) {
        this.rows = rows;
        this.element = element;
        this.locator = locator;
    }

    /** Finds the place of an element, or just before or after it. */
    @FunctionalInterface
    interface Locator<K, V, E> {
        Place<K, V> place(E element, int edge);
    }

    @Override
    public boolean available() {
        return current != null;
    }

    @Override
    public E get() throws CursorException {
        checkNotClosed();
        if (current == null) {
            throw new InvalidCursorPositionException();
        }
        return current;
    }

    @Override
    public boolean next() throws CursorException {
        checkNotClosed();
        return end ? moveTo(null, true) : moveTo(place == null ? rows.firstEntry() : rows.higherEntry(place), true);
    }

    @Override
    public boolean previous() throws CursorException {
        checkNotClosed();
        if (place == null) {
            return moveTo(end ? rows.lastEntry() : null, false);
        }
        return moveTo(rows.lowerEntry(place), false);
    }

    @Override
    public boolean first() throws CursorException {
        beforeFirst();
        return next();
    }

    @Override
    public boolean last() throws CursorException {
        afterLast();
        return previous();
    }

    @Override
    public void before(E goal) throws CursorException {
        stand(locator.place(goal, -1), false);
    }

    @Override
    public void after(E goal) throws CursorException {
        stand(locator.place(goal, 1), false);
    }

    @Override
    public void beforeFirst() throws CursorException {
        stand(null, false);
    }

    @Override
    public void afterLast() throws CursorException {
        stand(null, true);
    }

    private void stand(Place<K, V> between, boolean atEnd) throws CursorException {
        checkNotClosed();
        place = between;
        end = atEnd;
        current = null;
    }

    private boolean moveTo(Map.Entry<Place<K, V>, V> row, boolean forward) {
        place = row == null ? null : row.getKey();
        end = row == null && forward;
        current = row == null ? null : element.apply(row);
        return row != null;
    }
}
