package org.waypost.directory;

/** What became of a {@link DirectoryWrite}. */
public sealed interface WriteResult {
    record Done() implements WriteResult {}

    /** An entry of that name is there already. */
    record Exists() implements WriteResult {}

    /** There is no such entry (any more). */
    record Missing() implements WriteResult {}

    /** Somebody changed it meanwhile: read it again. */
    record Conflict() implements WriteResult {}

    /** The server will not have it. @param reason its result code and message, for people */
    record Refused(String reason) implements WriteResult {}
}
