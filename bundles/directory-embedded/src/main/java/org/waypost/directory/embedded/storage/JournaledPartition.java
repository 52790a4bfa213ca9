package org.waypost.directory.embedded.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.cursor.Cursor;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.Tuple;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapUnwillingToPerformException;
import org.apache.directory.api.ldap.model.ldif.LdifEntry;
import org.apache.directory.api.ldap.model.ldif.LdifReader;
import org.apache.directory.api.ldap.model.ldif.LdifUtils;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.api.ldap.model.schema.SchemaManager;
import org.apache.directory.server.constants.ApacheSchemaConstants;
import org.apache.directory.server.core.api.DnFactory;
import org.apache.directory.server.core.api.interceptor.context.AddOperationContext;
import org.apache.directory.server.core.api.interceptor.context.DeleteOperationContext;
import org.apache.directory.server.core.api.interceptor.context.ModifyOperationContext;
import org.apache.directory.server.core.api.interceptor.context.MoveAndRenameOperationContext;
import org.apache.directory.server.core.api.interceptor.context.MoveOperationContext;
import org.apache.directory.server.core.api.interceptor.context.RenameOperationContext;
import org.apache.directory.server.core.api.partition.PartitionTxn;
import org.apache.directory.server.core.api.partition.PartitionWriteTxn;
import org.waypost.directory.embedded.EmbeddedEvent;
import org.waypost.directory.embedded.memory.MemoryPartition;
import org.waypost.event.EventLog;

/**
 * A partition in memory whose writes are in a {@link Journal} before they are acknowledged. One write at a time changes
 * memory and then the journal, so both have the same order; a reader may see it a moment before it is on disk. After a
 * write that did not reach the disk, memory is ahead of it, so further ones are refused.
 */
public final class JournaledPartition extends MemoryPartition {
    private final Journal journal;
    private final EventLog events;
    /** Why there are no writes; null while there are. */
    private String refusal;
    private boolean filled;

    /** @param folder of the journal, which the caller has the lease of */
    public JournaledPartition(SchemaManager schemas, DnFactory names, Path folder, EventLog events) {
        super("organization", schemas, names);
        this.journal = Journal.in(folder);
        this.events = events;
    }

    /**
     * The DN of the top entry of a folder's journal.
     *
     * @return empty if there is none yet
     * @throws IOException if it cannot be read or is damaged
     */
    public static Optional<Dn> storedBase(Path folder) throws IOException, LdapException {
        List<Dn> names = new ArrayList<>();
        for (String ldif : Journal.in(folder).read().entries().values()) {
            names.add(parse(ldif).getDn());
        }
        return names.stream().min(Comparator.comparingInt(Dn::size));
    }

    /** Whether it had entries when it was opened. */
    public boolean wasFilled() {
        return filled;
    }

    @Override
    protected void doInit() throws LdapException {
        if (initialized) {
            return;
        }
        super.doInit();
        try {
            Journal.Content content = journal.read();
            if (content.cut() > 0) {
                events.report(EmbeddedEvent.TAIL_CUT, journal.file(), content.cut());
            }
            filled = !content.entries().isEmpty();
            restore(content.entries().values());
            journal.open(content.entries());
        } catch (IOException e) {
            throw new LdapException(e.getMessage(), e);
        }
    }

    @Override
    protected synchronized void doDestroy(PartitionTxn transaction) throws LdapException {
        refusal = "the directory stops";
        super.doDestroy(transaction);
        try {
            journal.close();
        } catch (IOException e) {
            throw new LdapException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized void add(AddOperationContext context) throws LdapException {
        checkWritable();
        super.add(context);
        append(List.of(put(context.getEntry())));
    }

    @Override
    public synchronized Entry delete(DeleteOperationContext context) throws LdapException {
        checkWritable();
        Entry gone = super.delete(context);
        append(List.of(new Change(id(gone), Optional.empty())));
        return gone;
    }

    @Override
    public synchronized void modify(ModifyOperationContext context) throws LdapException {
        checkWritable();
        super.modify(context);
        append(List.of(put(context.getAlteredEntry())));
    }

    @Override
    public synchronized void rename(RenameOperationContext context) throws LdapException {
        checkWritable();
        super.rename(context);
        append(below(context.getNewDn(), context.getTransaction()));
    }

    @Override
    public synchronized void move(MoveOperationContext context) throws LdapException {
        checkWritable();
        super.move(context);
        append(below(context.getNewDn(), context.getTransaction()));
    }

    @Override
    public synchronized void moveAndRename(MoveAndRenameOperationContext context) throws LdapException {
        checkWritable();
        super.moveAndRename(context);
        append(below(context.getNewDn(), context.getTransaction()));
    }

    private void append(List<Change> changes) throws LdapException {
        try {
            journal.append(changes);
            if (journal.isWasteful()) {
                compact();
            }
        } catch (IOException e) {
            refusal = "a write has failed: no changes until the directory is started again";
            events.report(EmbeddedEvent.WRITE_FAILED, journal.file(), e.getMessage(), e);
            checkWritable();
        }
    }

    /** @throws IOException if it is not certain which of the two journals is there after a crash */
    private void compact() throws IOException {
        try {
            journal.prepareCompact();
        } catch (IOException e) {
            events.report(EmbeddedEvent.COMPACT_FAILED, journal.file(), e.getMessage(), e);
            return;
        }
        journal.useCompact();
    }

    private void checkWritable() throws LdapException {
        if (refusal != null) {
            throw new LdapUnwillingToPerformException(ResultCodeEnum.UNWILLING_TO_PERFORM, refusal);
        }
    }

    /** Parents first. */
    private void restore(Collection<String> entries) throws IOException, LdapException {
        List<Entry> parsed = new ArrayList<>();
        for (String ldif : entries) {
            parsed.add(new DefaultEntry(schemaManager, parse(ldif)));
        }
        parsed.sort(Comparator.comparingInt(entry -> entry.getDn().size()));
        try (PartitionWriteTxn transaction = beginWriteTransaction()) {
            for (Entry entry : parsed) {
                AddOperationContext context = new AddOperationContext(null, entry);
                context.setPartition(this);
                context.setTransaction(transaction);
                super.add(context);
            }
            transaction.commit();
        }
    }

    /** Of an entry that moved and of all below it, whose names changed with it. */
    private List<Change> below(Dn name, PartitionTxn transaction) throws LdapException {
        List<Change> changes = new ArrayList<>();
        Dn top = new Dn(schemaManager, name);
        try (Cursor<Tuple<String, Entry>> all = master.cursor()) {
            while (all.next()) {
                String id = all.get().getKey();
                Dn dn = buildEntryDn(transaction, id);
                if (dn.isDescendantOf(top)) {
                    changes.add(put(fetch(transaction, id, dn)));
                }
            }
        } catch (IOException | CursorException e) {
            throw new LdapException(e.getMessage(), e);
        }
        return changes;
    }

    private Change put(Entry entry) throws LdapException {
        Entry kept = entry.clone();
        // Both are made anew by the partition.
        kept.removeAttributes(ApacheSchemaConstants.ENTRY_PARENT_ID_OID, SchemaConstants.ENTRY_DN_AT_OID);
        return new Change(id(entry), Optional.of(LdifUtils.convertToLdif(kept)));
    }

    private static String id(Entry entry) {
        return entry.get(SchemaConstants.ENTRY_UUID_AT).get().getString();
    }

    private static Entry parse(String ldif) throws IOException, LdapException {
        try (LdifReader reader = new LdifReader()) {
            List<LdifEntry> entries = reader.parseLdif(ldif);
            return entries.get(0).getEntry();
        }
    }
}
