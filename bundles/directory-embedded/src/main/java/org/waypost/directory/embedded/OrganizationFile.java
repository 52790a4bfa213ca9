package org.waypost.directory.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.ldif.LdifEntry;
import org.apache.directory.api.ldap.model.ldif.LdifReader;
import org.apache.directory.server.core.api.DirectoryService;
import org.waypost.event.EventLog;

/** An LDIF file (RFC 2849) of entries to add. An entry that cannot be added is named and left out, the rest is added. */
final class OrganizationFile {
    private final Path file;
    private final List<Block> blocks;

    private OrganizationFile(Path file, List<Block> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /** The text of one entry and the number of its first line. */
    private record Block(int line, String text) {
        String name() {
            return text.lines().findFirst().orElse("");
        }
    }

    static OrganizationFile read(Path file) throws IOException {
        return new OrganizationFile(file, blocks(Files.readAllLines(file)));
    }

    /** The DN of its first entry. */
    Optional<String> firstName() throws IOException {
        try {
            return blocks.isEmpty() ? Optional.empty() : Optional.of(parse(blocks.get(0)).getDn().getName());
        } catch (LdapException e) {
            throw new IOException(file + " line " + blocks.get(0).line() + ": " + e.getMessage(), e);
        }
    }

    void fill(DirectoryService service, EventLog events) {
        int added = 0;
        for (Block block : blocks) {
            try {
                service.getAdminSession().add(new DefaultEntry(service.getSchemaManager(), parse(block).getEntry()));
                added++;
            } catch (LdapException | IOException e) {
                events.report(EmbeddedEvent.BAD_ENTRY, file, block.line(), block.name(), e.getMessage());
            }
        }
        events.report(EmbeddedEvent.FILLED, added, file);
    }

    private static LdifEntry parse(Block block) throws LdapException, IOException {
        try (LdifReader reader = new LdifReader()) {
            return reader.parseLdif(block.text()).get(0);
        }
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            if (line.isBlank()) {
                if (!text.isEmpty()) {
                    blocks.add(new Block(start, text.toString()));
                }
                text.setLength(0);
            } else if (!line.startsWith("#") && !line.startsWith("version:")) {
                start = text.isEmpty() ? i + 1 : start;
                text.append(line).append('\n');
            }
        }
        return blocks;
    }
}
