package org.waypost.delivery.maildir;

/** What may name a mailbox's folder: nothing that leads out of the mail folder, or hides in it. */
public final class MailboxName {
    private static final int MAX_LENGTH = 128;

    private MailboxName() {
    }

    /** Letters and digits of ASCII, {@code .}, {@code _}, {@code -}; no dot first, no two dots in a row; 1 to 128. */
    public static boolean isValid(String name) {
        return !name.isEmpty() && name.length() <= MAX_LENGTH && name.charAt(0) != '.' && !name.contains("..")
                && name.chars().allMatch(MailboxName::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }
}
