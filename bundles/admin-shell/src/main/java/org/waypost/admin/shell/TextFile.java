package org.waypost.admin.shell;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Text files that commands are given, relative to the home. */
public final class TextFile {
    private TextFile() {
    }

    public static Path place(String name) {
        return Path.of(System.getProperty("karaf.base", System.getProperty("user.dir"))).resolve(name).toAbsolutePath().normalize();
    }

    public static Path create(String name, String text) throws Refusal {
        Path file = place(name);
        try {
            return Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("The file " + file + " is there already and was left as it is. Name another.");
        } catch (IOException e) {
            throw new Refusal("The file " + file + " could not be written: " + e + ".");
        }
    }

    public static String read(String name) throws Refusal {
        Path file = place(name);
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new Refusal("The file " + file + " is not UTF-8, so it was not read.");
        } catch (IOException e) {
            throw new Refusal("The file " + file + " could not be read: " + e + ".");
        }
    }
}
