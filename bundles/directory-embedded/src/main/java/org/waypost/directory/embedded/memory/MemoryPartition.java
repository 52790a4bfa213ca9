package org.waypost.directory.embedded.memory;

import java.net.URI;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.schema.AttributeType;
import org.apache.directory.api.ldap.model.schema.MatchingRule;
import org.apache.directory.api.ldap.model.schema.SchemaManager;
import org.apache.directory.server.constants.ApacheSchemaConstants;
import org.apache.directory.server.core.api.DnFactory;
import org.apache.directory.server.core.api.partition.Partition;
import org.apache.directory.server.core.api.partition.PartitionReadTxn;
import org.apache.directory.server.core.api.partition.PartitionTxn;
import org.apache.directory.server.core.api.partition.PartitionWriteTxn;
import org.apache.directory.server.core.partition.impl.btree.AbstractBTreePartition;
import org.apache.directory.server.xdbm.Index;
import org.apache.directory.server.xdbm.ParentIdAndRdn;
import org.apache.directory.server.xdbm.ParentIdAndRdnComparator;
import org.apache.directory.server.xdbm.search.impl.CursorBuilder;
import org.apache.directory.server.xdbm.search.impl.DefaultOptimizer;
import org.apache.directory.server.xdbm.search.impl.DefaultSearchEngine;
import org.apache.directory.server.xdbm.search.impl.EvaluatorBuilder;

/** A partition of which nothing is on disk. ApacheDS lets one write at a time through; reads go on meanwhile. */
public class MemoryPartition extends AbstractBTreePartition {
    /** @param id its name within the server */
    public MemoryPartition(String id, SchemaManager schemas, DnFactory names) {
        super(schemas, names);
        setId(id);
    }

    @Override
    protected void doInit() throws LdapException {
        if (initialized) {
            return;
        }
        EvaluatorBuilder evaluators = new EvaluatorBuilder(this, schemaManager);
        setOptimizer(new DefaultOptimizer(this));
        setSearchEngine(new DefaultSearchEngine(this, new CursorBuilder(this, evaluators), evaluators, getOptimizer()));
        master = new SortedMasterTable();
        super.doInit();
    }

    @Override
    protected Index<?, String> createSystemIndex(String oid, URI path, boolean withReverse) throws LdapException {
        AttributeType type = schemaManager.lookupAttributeTypeRegistry(oid);
        MatchingRule rule = Stream.of(type.getEquality(), type.getOrdering(), type.getSubstring())
                .filter(candidate -> candidate != null).findFirst().orElseThrow();
        if (oid.equals(ApacheSchemaConstants.APACHE_RDN_AT_OID)) {
            return SortedIndex.unique(type, new ParentIdAndRdnComparator<>(rule.getOid()));
        }
        return SortedIndex.shared(type, values(rule), withReverse);
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> values(MatchingRule rule) {
        return (Comparator<Object>) (Comparator<?>) rule.getLdapComparator();
    }

    /** It was complete when {@link #createSystemIndex} made it. */
    @Override
    protected Index<?, String> convertAndInit(Index<?, String> index) {
        return index;
    }

    /**
     * Counts in place, for the order of the index does not depend on it. (The inherited one takes each parent out and puts it
     * back, and who reads in between finds nothing below it.)
     */
    @Override
    protected void updateRdnIdx(PartitionTxn transaction, String parent, boolean added, int descendants) throws LdapException {
        int sign = added ? 1 : -1;
        int children = 1;
        String id = parent;
        for (ParentIdAndRdn name = above(transaction, id); name != null; name = above(transaction, id)) {
            name.setNbChildren(name.getNbChildren() + sign * children);
            name.setNbDescendants(name.getNbDescendants() + sign * (descendants + 1));
            children = 0;
            id = name.getParentId();
        }
    }

    private ParentIdAndRdn above(PartitionTxn transaction, String id) throws LdapException {
        return id.equals(Partition.ROOT_ID) ? null : rdnIdx.reverseLookup(transaction, id);
    }

    @Override
    public PartitionReadTxn beginReadTransaction() {
        return new PartitionReadTxn();
    }

    @Override
    public PartitionWriteTxn beginWriteTransaction() {
        return new PartitionWriteTxn();
    }

    /** There is nothing to repair it from. */
    @Override
    protected void doRepair() {
    }
}
