package org.waypost.spool.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The spool's configuration, pid {@value SpoolComponent#PID}. */
@ObjectClassDefinition(name = "Waypost spool", description = "The durable message store")
@interface SpoolConfig {
    @AttributeDefinition(description = "Folder of the spool, relative to the home. A change closes the spool and opens the new folder; "
            + "messages are not moved. Default data/spool")
    String folder() default "data/spool";

    @AttributeDefinition(description = "Folder into which RocksDB's native library is unpacked, relative to the home. "
            + "Takes effect at the next start. Default data/native")
    String nativeFolder() default "data/native";

    @AttributeDefinition(min = "0", max = "1048576", description = "Octets. Contents of at most this size are kept with the envelope, "
            + "larger ones as files of their own. 0 to 1048576, default 262144")
    int inlineBelow() default 262_144;

    @AttributeDefinition(min = "0", max = "1048576", description = "MiB that must stay free on the disk; below, mail is refused with 452. "
            + "0 to 1048576, default 64")
    int reserve() default 64;

    @AttributeDefinition(min = "1", max = "1024", description = "MiB of changes that may wait to be written; beyond, mail is refused with 452. "
            + "1 to 1024, default 32")
    int pending() default 32;

    @AttributeDefinition(min = "8", max = "1024", description = "MiB of native memory for what was written lately. A change opens the spool anew. "
            + "8 to 1024, default 64")
    int writeBuffer() default 64;

    @AttributeDefinition(min = "1", max = "1024", description = "MiB of native memory for what is read from the disk. "
            + "A change opens the spool anew. 1 to 1024, default 16")
    int blockCache() default 16;
}
