package org.waypost.directory.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.directory.api.ldap.model.constants.SchemaConstants;
import org.apache.directory.api.ldap.model.entry.DefaultModification;
import org.apache.directory.api.ldap.model.entry.ModificationOperation;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.api.ldap.model.schema.SchemaManager;
import org.apache.directory.server.core.DefaultDirectoryService;
import org.apache.directory.server.core.api.DirectoryService;
import org.apache.directory.server.core.api.InstanceLayout;
import org.apache.directory.server.core.api.schema.SchemaPartition;
import org.waypost.directory.embedded.memory.MemoryPartition;

/**
 * Assembles ApacheDS's core by hand, for its own factory empties the folder at each start. Its schema and system partitions
 * live in memory: the schema comes from files, and all that the system partition has is the administrator.
 */
final class DirectoryServices {
    private DirectoryServices() {
    }

    /** Not started yet, and without the partition of the organization. */
    static DefaultDirectoryService make(Path folder, SchemaManager schemas) throws Exception {
        DefaultDirectoryService service = new DefaultDirectoryService();
        service.setInstanceId("waypost");
        service.setInstanceLayout(new InstanceLayout(folder.resolve("run").toFile()));
        service.setSchemaManager(schemas);
        SchemaPartition schemaPartition = new SchemaPartition(schemas);
        schemaPartition.setWrappedPartition(inMemory("schema", SchemaConstants.OU_SCHEMA, service));
        service.setSchemaPartition(schemaPartition);
        service.setSystemPartition(inMemory("system", "ou=system", service));
        service.setAllowAnonymousAccess(false);
        service.setShutdownHookEnabled(false);
        service.setExitVmOnShutdown(false);
        service.getChangeLog().setEnabled(false);
        return service;
    }

    /** Replaces the well-known one that the administrator has after each start. */
    static void setPassword(DirectoryService service, String password) throws LdapException {
        service.getAdminSession().modify(new Dn(service.getSchemaManager(), EmbeddedServer.ADMINISTRATOR),
                new DefaultModification(ModificationOperation.REPLACE_ATTRIBUTE, "userPassword",
                        password.getBytes(StandardCharsets.UTF_8)));
    }

    private static MemoryPartition inMemory(String id, String suffix, DirectoryService service) throws LdapException {
        MemoryPartition partition = new MemoryPartition(id, service.getSchemaManager(), service.getDnFactory());
        partition.setSuffixDn(new Dn(service.getSchemaManager(), suffix));
        return partition;
    }
}
