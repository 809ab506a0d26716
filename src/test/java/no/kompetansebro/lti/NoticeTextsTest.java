package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTextsTest {

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        for (String module : new String[] {"lti", "lms"}) {
            String file = "/messages/" + module + "_" + language + ".properties";
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(NoticeTextsTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void everyRefusalHasItsWordsInEveryLanguage(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsAll(Stream.of(Refusal.values())
                        .flatMap(refusal -> Stream.of(refusal.messageKey() + ".title", refusal.messageKey() + ".text"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nn", "en"})
    void everyTextIsInEveryLanguage(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames()).isEqualTo(texts("nb").stringPropertyNames());
    }
}
