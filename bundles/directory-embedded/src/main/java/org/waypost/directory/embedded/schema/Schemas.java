package org.waypost.directory.embedded.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapSchemaException;
import org.apache.directory.api.ldap.model.schema.SchemaManager;
import org.apache.directory.api.ldap.model.schema.SchemaObject;
import org.apache.directory.api.ldap.model.schema.parsers.OpenLdapSchemaParser;
import org.apache.directory.api.ldap.schema.loader.SingleLdifSchemaLoader;
import org.apache.directory.api.ldap.schema.manager.impl.DefaultSchemaManager;

/** Makes the schema of the embedded directory. */
public final class Schemas {
    private static final String WAYPOST = "/schema/openldap/waypost.schema";
    /** A schema that ApacheDS keeps for what belongs to none of its own. */
    private static final String OWNER = "other";

    private Schemas() {
    }

    /**
     * Loads ApacheDS's schemas and then Waypost's.
     *
     * @param folder for a file that is needed while it loads
     * @throws LdapException if a definition contradicts another one
     */
    public static SchemaManager load(Path folder) throws IOException, LdapException {
        Path standard = Files.createTempFile(folder, "schema", ".ldif");
        try {
            StandardSchemas.write(standard);
            DefaultSchemaManager schemas = new DefaultSchemaManager(new SingleLdifSchemaLoader(standard.toUri().toURL()));
            schemas.loadAllEnabled();
            if (!schemas.getErrors().isEmpty()) {
                throw new LdapSchemaException("the standard schema has errors: " + schemas.getErrors());
            }
            addWaypost(schemas);
            return schemas;
        } finally {
            Files.deleteIfExists(standard);
        }
    }

    private static void addWaypost(SchemaManager schemas) throws IOException, LdapException {
        OpenLdapSchemaParser parser = new OpenLdapSchemaParser();
        try {
            for (String definition : definitions()) {
                String body = definition.substring(definition.indexOf('('));
                if (definition.startsWith("attributetype")) {
                    add(parser.parseAttributeType(body), schemas);
                } else {
                    add(parser.parseObjectClass(body), schemas);
                }
            }
        } catch (ParseException e) {
            throw new LdapException(WAYPOST + ": " + e.getMessage(), e);
        }
    }

    /** They are separated by empty lines. */
    private static List<String> definitions() throws IOException {
        try (InputStream file = Schemas.class.getResourceAsStream(WAYPOST)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^#.*\n", "").split("\n\n+")).map(String::strip)
                    .filter(definition -> !definition.isEmpty()).toList();
        }
    }

    private static void add(SchemaObject definition, SchemaManager schemas) throws LdapException {
        definition.setSchemaName(OWNER);
        if (!schemas.add(definition)) {
            throw new LdapSchemaException(definition.getName() + ": " + schemas.getErrors());
        }
    }
}
