package org.waypost.spool.rocks;

/**
 * The spool's own row, written with every batch. Format version 1.
 *
 * @param messages in the spool
 * @param lastId the largest id handed out before
 */
record StateRow(long messages, long lastId) {
    static final StateRow EMPTY = new StateRow(0, 0);
    private static final int VERSION = 1;

    byte[] toBytes() {
        return new RowWriter(VERSION).number(messages).number(lastId).toBytes();
    }

    static StateRow of(byte[] bytes) {
        RowReader row = new RowReader(bytes, VERSION);
        return new StateRow(row.number(), row.number());
    }
}
