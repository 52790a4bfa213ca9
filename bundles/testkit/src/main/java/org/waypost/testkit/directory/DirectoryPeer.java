package org.waypost.testkit.directory;

import java.util.List;
import java.util.Optional;
import org.waypost.authentication.Authenticator;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;

/** A server for {@link DirectoryContract}, as its administrator sees it, and our ways to it. */
public interface DirectoryPeer {
    /** Below which entries are made. */
    String suffix();

    /** The object classes of a person with {@code cn}, {@code sn}, {@code l}, {@code description}, {@code proxyAddresses}. */
    List<String> personClasses();

    /** More entries than the server gives for one search that is not paged. */
    int many();

    /** Adds the entries, or makes the changes, of an LDIF text. */
    void load(String ldif);

    void stop();

    /** Again, after {@link #stop}, with the same data and address. */
    void start();

    /** The directory under test, with both bases at the suffix; closed before the next is opened. */
    Opened open();

    /** A user and password that the server accepts; empty where the contract's part on authentication is not kept. */
    Optional<Login> login();

    /** What is opened together. */
    interface Opened extends AutoCloseable {
        Directory directory();

        Recipients recipients();

        Optional<Authenticator> authenticator();

        @Override
        void close();
    }

    record Login(String user, String password) {}
}
