package org.waypost.module.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.module.component.TestJar;
import org.waypost.module.component.sample.Good;
import org.waypost.module.jar.ModuleJar.Need;
import org.waypost.module.jar.ModuleJar.Offer;

class JarReaderTest {
    private static final TestJar PLAIN = TestJar.of("org.waypost.x", "1.2.3.q", Good.class);

    @TempDir
    private Path folder;

    private ModuleJar read(TestJar jar) throws Exception {
        return JarReader.read(jar.in(folder), "ab");
    }

    private static VersionRange range(String text) {
        return VersionRange.read(text).orElseThrow();
    }

    @Test
    void headersAreReadWithTheirParameters() throws Exception {
        ModuleJar jar = read(PLAIN.with("Bundle-SymbolicName", "org.waypost.x;singleton:=true")
                .with("Import-Package", "a.b;c.d;version=\"[1.2,2)\",e;resolution:=optional,f;uses:=\"g,h\"")
                .with("Export-Package", "i;version=\"1.1\";uses:=\"a.b,e\",j"));
        assertEquals(new ModuleJar("org.waypost.x", new Version(1, 2, 3, "q"), "ab",
                List.of(new Need("a.b", range("[1.2,2)")), new Need("c.d", range("[1.2,2)")), new Need("f", range("0"))),
                List.of(new Offer("i", new Version(1, 1, 0, "")), new Offer("j", Version.NONE)), Set.of(Good.class.getPackageName())), jar);
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        TestJar nameless = new TestJar(Map.of(), Good.class);
        assertEquals("its manifest has no Bundle-SymbolicName, so it is no bundle",
                assertThrows(NoModuleException.class, () -> read(nameless)).getMessage());
        assertThrows(NoModuleException.class, () -> read(PLAIN.with("Bundle-Version", "one")));
        assertThrows(NoModuleException.class, () -> read(PLAIN.with("Import-Package", "a;version=\"[1\"")));
        Path text = Files.writeString(folder.resolve("text"), "no jar at all");
        assertTrue(assertThrows(NoModuleException.class, () -> JarReader.read(text, "ab")).getMessage().startsWith("it is no jar"));
    }

    @Test
    void rangesIncludeTheirEndsAsTheySay() {
        assertTrue(range("[1.2,2)").includes(Version.read("1.2").orElseThrow()));
        assertFalse(range("[1.2,2)").includes(Version.read("2.0.0").orElseThrow()));
        assertFalse(range("(1.2,2]").includes(Version.read("1.2.0").orElseThrow()));
        assertTrue(range("(1.2,2]").includes(Version.read("2").orElseThrow()));
        assertTrue(range("1.2").includes(Version.read("99").orElseThrow()));
        assertTrue(range("1.2").includes(Version.read("1.10").orElseThrow()));
        assertEquals(Optional.empty(), VersionRange.read("[1.2"));
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        ModuleJar jar = read(PLAIN.with("Import-Package", "a;version=\"[1,2)\",b,own").with("Export-Package", "own"));
        Offer a = new Offer("a", new Version(2, 0, 0, ""));
        assertEquals(Optional.of("org.waypost.x 1.2.3.q needs package a [1.0.0,2.0.0), which is there in version 2.0.0; package b 0.0.0,"
                + " which nobody has. Build it against what runs."), new Fit(List.of(a), List.of()).fault(jar));
        Fit fit = new Fit(List.of(new Offer("a", new Version(1, 5, 0, "")), new Offer("b", Version.NONE)), List.of(new Need("own", range("0"))));
        assertEquals(Optional.empty(), fit.fault(jar));
    }
}
