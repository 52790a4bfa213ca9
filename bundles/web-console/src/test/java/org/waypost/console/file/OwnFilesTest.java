package org.waypost.console.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that are in the bundle. */
class OwnFilesTest {
    private static final Path ROOT = Path.of("target/classes/console");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) ?\\(?'(/[^']+)'|(?:href|src)=\"(/[^\"]+\\.[a-z]+)\"");
    private static final Pattern PAGE = Pattern.compile("\\['/[a-z]*', '([a-z]+)', '[^']+'\\]");

    private static List<Path> own() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile).filter(path -> !path.startsWith(ROOT.resolve("lib"))).toList();
        }
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().map(OwnFilesTest::firstGroup).toList().stream();
    }

    private static String firstGroup(MatchResult result) {
        return result.group(1) != null ? result.group(1) : result.group(2);
    }

    @Test
    void allThatIsImportedIsThere() throws IOException {
        for (Path file : own()) {
            found(IMPORT, file).forEach(path -> assertTrue(Files.exists(Path.of(ROOT + path)), file + " wants " + path));
        }
    }

    @Test
    void allPagesAreInTheNavigationAndThere() throws IOException {
        List<String> named = found(PAGE, ROOT.resolve("app.js")).sorted().toList();
        try (Stream<Path> pages = Files.list(ROOT.resolve("pages"))) {
            assertEquals(pages.map(page -> page.getFileName().toString().replace(".js", "")).sorted().toList(), named);
        }
    }

    @Test
    void nothingIsWrittenAsMarkupOrEvaluatedOrFetchedFromOutside() throws IOException {
        for (Path file : own()) {
            String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
            for (String forbidden : List.of("innerHTML", "dangerouslySet", "insertAdjacent", "document.write", "eval(", "new Function",
                    "http://", "https://", " style=\"")) {
                assertTrue(!text.contains(forbidden), file + " has " + forbidden);
            }
        }
    }
}
