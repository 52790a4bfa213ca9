package org.waypost.directory.embedded.memory;

import java.util.Comparator;
import java.util.UUID;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.server.xdbm.MasterTable;

/** The entries by their ids. */
final class SortedMasterTable extends SortedTable<String, Entry> implements MasterTable {
    SortedMasterTable() {
        super(MasterTable.DBF, Comparator.naturalOrder());
    }

    @Override
    public String getNextId(Entry entry) {
        return UUID.randomUUID().toString();
    }
}
