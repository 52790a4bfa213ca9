package org.waypost.smtp.server.command;

import java.util.Optional;

/**
 * The argument of BDAT (RFC 3030 2).
 *
 * @param octets 0 or more
 * @param last whether the message ends with this chunk
 */
record ChunkArgument(long octets, boolean last) {
    private static final int MAX_DIGITS = 18;

    static Optional<ChunkArgument> parse(String argument) {
        int end = 0;
        while (end < argument.length() && argument.charAt(end) >= '0' && argument.charAt(end) <= '9') {
            end++;
        }
        String rest = argument.substring(end);
        boolean last = rest.startsWith(" ") && rest.strip().equalsIgnoreCase("LAST");
        if (end == 0 || end > MAX_DIGITS || !last && !rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ChunkArgument(Long.parseLong(argument.substring(0, end)), last));
    }
}
