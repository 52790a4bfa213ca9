package org.waypost.metabase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The hierarchical store of this server's configuration. A key whose property {@code KeyType} (never inherited) is
 * the pid of a configuration is handed over to Configuration Admin with its own and inherited properties. Any
 * thread; reads answer from memory at once; a stage completes when the change is durable.
 */
@ProviderType
public interface Metabase {
    /** The pid that a key configures. */
    String KEY_TYPE = "KeyType";

    Optional<KeyView> read(MetabaseKey key);

    /** The key and all below it, in order; empty if it is not there. */
    List<KeyView> subtree(MetabaseKey key);

    CompletionStage<Written> write(MetabaseWrite write);

    /** Of the last write. */
    long version();

    /**
     * Tells of keys in a subtree after they changed, one write after the other, in a thread of the metabase that
     * must not be held up.
     */
    Watching watch(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed);

    /** A subtree as readable text, equal to the byte for equal content, without secrets. */
    String export(MetabaseKey subtree);

    /** Takes an exported text: its keys get exactly the local properties it names; replicated ones stay. */
    CompletionStage<Written> importText(String text);

    /** Versions that can be gone back to, newest first. */
    List<Version> history();

    /** Local properties get what they were in that version; replicated ones stay as the directory has them. */
    CompletionStage<Written> rollback(long version);

    /** Writes a consistent copy of it all, secrets too, readable by the owner only. @param folder is made; must not be there */
    CompletionStage<Path> backup(Path folder);

    /** What a property may be, if its key's type is known; by pid and property. */
    Optional<PropertySchema> schema(String keyType, String property);

    /** All properties of a key's type in the order of its description; empty if it is not known. */
    List<PropertySchema> schemas(String keyType);

    /** @param summary the first keys that changed, for people */
    record Version(long version, Instant time, MetabaseWrite.Writer writer, String summary) {}

    /** See {@link Metabase#watch}. */
    interface Watching extends AutoCloseable {
        @Override
        void close();
    }
}
