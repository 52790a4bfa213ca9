package org.waypost.admin.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.waypost.admin.DoctorAdmin.Finding;

/** Whether passwords are those that everybody knows. */
record SecretsCheck(Facts facts) implements Check {
    private static final Set<String> KNOWN = Set.of("", "admin", "administrator", "changeit", "changeme", "karaf", "password", "secret",
            "smx", "waypost", "123456");

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public List<Finding> run() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Path users = facts.etc().resolve("users.properties");
        if (Files.exists(users)) {
            ofUsers(users, findings);
        }
        Path directory = facts.etc().resolve("directory-password");
        if (Files.exists(directory) && isKnown(Files.readString(directory).strip())) {
            findings.add(problem("The password in " + directory + " is one that everybody knows.",
                    "Set another one in the directory, and put it into this file."));
        }
        return findings.isEmpty() ? List.of(ok("No password is one of those that everybody knows.")) : findings;
    }

    private void ofUsers(Path file, List<Finding> findings) throws IOException {
        Properties users = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            users.load(in);
        }
        users.stringPropertyNames().stream().filter(user -> !user.startsWith("_g_")).sorted().forEach(user -> {
            String password = users.getProperty(user).split(",", 2)[0].strip();
            if (isKnown(password) || password.equalsIgnoreCase(user)) {
                findings.add(problem("The password of the user " + user + " of shell and console is one that everybody knows.",
                        "Set another one in " + file + "."));
            }
        });
    }

    private static boolean isKnown(String password) {
        return KNOWN.contains(password.toLowerCase(Locale.ROOT));
    }
}
