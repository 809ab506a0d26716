package no.kompetansebro.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TAG_OR_COMMENT = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:aria-label|title|placeholder|alt|data-label)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]+)");
    private static final Set<String> NAMES = Set.of("Kompetansebro", "Fjellmo kommune", "Fjellmo læring");

    @ParameterizedTest
    @ValueSource(strings = {"nn", "en"})
    void everyTextIsThereInEveryLanguage(String language) {
        assertThat(keys(language)).isEqualTo(keys("nb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void noTextIsEmpty(String language) {
        assertThat(texts(language).entrySet())
                .allSatisfy(text -> assertThat((String) text.getValue())
                        .as("%s", text.getKey())
                        .isNotBlank());
    }

    @Test
    void everyKeyThatTemplatesNameIsThere() {
        assertThat(files(TEMPLATES, ".html").flatMap(file -> keysNamedIn(read(file))))
                .allSatisfy(key -> assertThat(keys("nb")).contains(key));
    }

    @Test
    void noTextIsUnused() {
        String everything = Stream.concat(files(TEMPLATES, ".html"), files(SOURCES, ".java"))
                .map(MessagesTest::read)
                .collect(Collectors.joining("\n"));

        assertThat(keys("nb").stream().filter(key -> !isUsed(key, everything))).isEmpty();
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() {
        assertThat(files(TEMPLATES, ".html").flatMap(MessagesTest::literals)).isEmpty();
    }

    @Test
    void theChecksSeeWhatTheyLookFor() {
        assertThat(literalsIn("<p th:text=\"#{a.b}\"></p><p>Hei</p><a title=\"Lukk\"></a>"))
                .containsExactly("Hei", "Lukk");
        assertThat(isUsed("a.status.DUE", "text(\"a.status.\" + status)")).isTrue();
        assertThat(isUsed("a.status.DUE", "text(\"a.other\")")).isFalse();
    }

    /** By its whole name, or by a beginning that a name is put together from: the parts of a key are quoted. */
    private static boolean isUsed(String key, String everything) {
        List<String> wanted =
                new ArrayList<>(List.of("{" + key + "}", "{" + key + "(", "\"" + key + "\"", "'" + key + "'"));
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            wanted.add("\"" + key.substring(0, dot + 1) + "\"");
            wanted.add("'" + key.substring(0, dot + 1) + "'");
            wanted.add("\"" + key.substring(0, dot) + "\"");
        }
        return wanted.stream().anyMatch(everything::contains);
    }

    private static Stream<String> keysNamedIn(String template) {
        Matcher matcher = KEY.matcher(template);
        List<String> keys = new ArrayList<>();
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys.stream();
    }

    private static Stream<String> literals(Path template) {
        return literalsIn(read(template)).stream()
                .filter(text -> !NAMES.contains(text))
                .map(text -> template.getFileName() + ": " + text);
    }

    private static List<String> literalsIn(String template) {
        List<String> found = new ArrayList<>();
        for (String text : TAG_OR_COMMENT.split(template)) {
            if (LETTERS.matcher(text).find()) {
                found.add(text.strip());
            }
        }
        Matcher attribute = SPOKEN_ATTRIBUTE.matcher(template);
        while (attribute.find()) {
            found.add(attribute.group(1));
        }
        return found;
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(texts(language).stringPropertyNames());
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        files(MESSAGES, "_" + language + ".properties").forEach(file -> {
            try (var reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
