package org.waypost.directory.embedded.memory;

import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import org.apache.directory.api.ldap.model.cursor.Cursor;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.Tuple;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.schema.AttributeType;
import org.apache.directory.server.core.api.partition.PartitionTxn;
import org.apache.directory.server.core.partition.impl.btree.IndexCursorAdaptor;
import org.apache.directory.server.xdbm.AbstractIndex;
import org.apache.directory.server.xdbm.IndexEntry;

/**
 * From values of an attribute to the ids of the entries that have them and, if it has a reverse side, back. Threads as with
 * {@link SortedTable}.
 */
final class SortedIndex<K> extends AbstractIndex<K, String> {
    private final SortedTable<K, String> forward;
    /** Empty if there is no reverse side. */
    private final SortedTable<String, K> reverse;

    private SortedIndex(AttributeType type, boolean withReverse, SortedTable<K, String> forward, SortedTable<String, K> reverse) {
        super(type.getOid(), withReverse);
        this.attributeType = type;
        this.forward = forward;
        this.reverse = reverse;
    }

    /** Each value is that of one entry, which has no other. */
    static <K> SortedIndex<K> unique(AttributeType type, Comparator<K> values) {
        return new SortedIndex<>(type, true, new SortedTable<>(type.getName(), values),
                new SortedTable<>(type.getName(), Comparator.<String>naturalOrder()));
    }

    /** Any number of entries has a value, and an entry any number of values. */
    static <K> SortedIndex<K> shared(AttributeType type, Comparator<K> values, boolean withReverse) {
        return new SortedIndex<>(type, withReverse, new SortedTable<>(type.getName(), values, Comparator.<String>naturalOrder()),
                new SortedTable<>(type.getName(), Comparator.<String>naturalOrder(), values));
    }

    @Override
    public void add(PartitionTxn transaction, K value, String id) {
        forward.put(transaction, value, id);
        if (withReverse) {
            reverse.put(transaction, id, value);
        }
    }

    @Override
    public void drop(PartitionTxn transaction, String id) throws LdapException {
        try (Cursor<K> values = reverse.valueCursor(transaction, id)) {
            while (values.next()) {
                forward.remove(transaction, values.get(), id);
            }
        } catch (CursorException | IOException e) {
            throw new LdapException(e.getMessage(), e);
        }
        reverse.remove(transaction, id);
    }

    @Override
    public void drop(PartitionTxn transaction, K value, String id) {
        forward.remove(transaction, value, id);
        reverse.remove(transaction, id, value);
    }

    @Override
    public boolean forward(PartitionTxn transaction, K value) {
        return forward.has(transaction, value);
    }

    @Override
    public boolean forward(PartitionTxn transaction, K value, String id) {
        return forward.has(transaction, value, id);
    }

    @Override
    public boolean reverse(PartitionTxn transaction, String id) {
        return reverse.has(transaction, id);
    }

    @Override
    public boolean reverse(PartitionTxn transaction, String id, K value) {
        return reverse.has(transaction, id, value);
    }

    @Override
    public String forwardLookup(PartitionTxn transaction, K value) {
        return forward.get(transaction, value);
    }

    @Override
    public K reverseLookup(PartitionTxn transaction, String id) {
        return reverse.get(transaction, id);
    }

    @Override
    public Cursor<IndexEntry<K, String>> forwardCursor(PartitionTxn transaction) {
        return entries(transaction, forward.cursor());
    }

    @Override
    public Cursor<IndexEntry<K, String>> forwardCursor(PartitionTxn transaction, K value) {
        return entries(transaction, forward.cursor(transaction, value));
    }

    @Override
    public Cursor<String> forwardValueCursor(PartitionTxn transaction, K value) {
        return forward.valueCursor(transaction, value);
    }

    @Override
    public Cursor<K> reverseValueCursor(PartitionTxn transaction, String id) {
        return reverse.valueCursor(transaction, id);
    }

    @Override
    public long count(PartitionTxn transaction) throws LdapException {
        return forward.count(transaction);
    }

    @Override
    public long count(PartitionTxn transaction, K value) {
        return forward.count(transaction, value);
    }

    @Override
    public long greaterThanCount(PartitionTxn transaction, K value) throws LdapException {
        return forward.greaterThanCount(transaction, value);
    }

    @Override
    public long lessThanCount(PartitionTxn transaction, K value) throws LdapException {
        return forward.lessThanCount(transaction, value);
    }

    @Override
    public boolean isDupsEnabled() {
        return reverse.isDupsEnabled();
    }

    /** Null: it has no files. */
    @Override
    public URI getWkDirPath() {
        return null;
    }

    @Override
    public void setWkDirPath(URI path) {
        throw new UnsupportedOperationException("an index in memory has no files");
    }

    @Override
    public void close(PartitionTxn transaction) {
        forward.close(transaction);
        reverse.close(transaction);
    }

    /** The adaptor takes any tuples, but its type says so in the old way. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Cursor<IndexEntry<K, String>> entries(PartitionTxn transaction, Cursor<Tuple<K, String>> tuples) {
        return new IndexCursorAdaptor<>(transaction, (Cursor) tuples, true);
    }
}
