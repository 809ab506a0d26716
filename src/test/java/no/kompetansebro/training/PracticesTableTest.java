package no.kompetansebro.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/practices.md names each acceptance test, and no other. */
class PracticesTableTest {

    private static final Pattern NAMED = Pattern.compile("`(?:\\w+\\.)?(a\\d{2}\\w+)`");
    private static final Pattern TEST = Pattern.compile("void (a\\d{2}\\w+)\\(");

    @Test
    void namesEachAcceptanceTestInTheRowOfItsPractice() throws IOException {
        Map<String, TreeSet<String>> named = new TreeMap<>();
        Files.readAllLines(Path.of("docs/practices.md")).stream()
                .filter(line -> line.startsWith("| A"))
                .forEach(line -> named.put(
                        line.substring(2, 5), new TreeSet<>(all(NAMED, line).toList())));
        named.values().removeIf(TreeSet::isEmpty);

        assertThat(named).isNotEmpty().isEqualTo(written());
    }

    private static Map<String, TreeSet<String>> written() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Map<String, TreeSet<String>> tests = new TreeMap<>();
            for (Path source : sources) {
                all(TEST, Files.readString(source))
                        .collect(Collectors.groupingBy(
                                name -> name.substring(0, 3).toUpperCase(Locale.ROOT)))
                        .forEach((practice, names) -> tests.computeIfAbsent(practice, _ -> new TreeSet<>())
                                .addAll(names));
            }
            return tests;
        }
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
