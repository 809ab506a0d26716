package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/lti-conformance.md names only tests that are there. */
class ConformanceTableTest {

    private static final Path TABLE = Path.of("docs/lti-conformance.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*(?:Test|IT))?(?:\\.?([a-z][a-zA-Z0-9]+)(…)?)?`");

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        assertThat(namesNothing(Files.readString(TABLE), sources())).isEmpty();
    }

    @Test
    void seesANameThatIsNobodys() throws IOException {
        assertThat(namesNothing("| CORE-01 | `LoginIT.beginsByGetAsByForm`, `neverWas` |", sources()))
                .containsExactly("LoginIT.neverWas");
        assertThat(namesNothing("| CORE-01 | `NoneIT` |", sources())).containsExactly("NoneIT");
    }

    /** A method without its class is one of the class named before it in the row. */
    private static List<String> namesNothing(String table, Map<String, String> sources) {
        List<String> missing = new ArrayList<>();
        table.lines().filter(line -> line.startsWith("| ")).forEach(line -> {
            String type = "";
            Matcher name = NAME.matcher(line);
            while (name.find()) {
                type = name.group(1) == null ? type : name.group(1);
                String source = sources.getOrDefault(type, "");
                boolean known = name.group(2) == null
                        || source.contains("void " + name.group(2) + (name.group(3) == null ? "(" : ""));
                if (!type.isEmpty() && (source.isEmpty() || !known)) {
                    missing.add(type + (name.group(2) == null ? "" : "." + name.group(2)));
                }
            }
        });
        return missing;
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ConformanceTableTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
