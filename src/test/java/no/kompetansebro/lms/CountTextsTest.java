package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences with a count in them. */
class CountTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | lms.choice.path.note       | 1 | 1 | 1 requirement
            en | lms.choice.path.note       | 2 | 2 | 2 requirements
            nb | lms.choice.path.note       | 1 | 1 | 1 krav
            en | lms.content.done           | 0 | 1 | 0 of 1 requirement is covered
            en | lms.content.done           | 1 | 2 | 1 of 2 requirements are covered
            nb | lms.content.done           | 0 | 1 | 0 av 1 krav er dekket
            nn | lms.content.done           | 0 | 1 | 0 av 1 krav er dekt
            nn | lms.content.done           | 1 | 2 | 1 av 2 krav er dekte
            en | lms.trial.clock.good       | 0 | 0 | They differ by 0 seconds.
            en | lms.trial.clock.good       | 1 | 0 | They differ by 1 second.
            nb | lms.trial.clock.good       | 1 | 0 | Det skiller 1 sekund.
            nb | lms.trial.clock.good       | 2 | 0 | Det skiller 2 sekunder.
            nn | lms.trial.keys.good        | 1 | 0 | Lesen: 1 som kan brukast.
            nn | lms.trial.keys.good        | 2 | 0 | Lesne: 2 som kan brukast.
            nn | lms.trial.deployments.good | 1 | 0 | Kjend: 1.
            """)
    void agreeWithTheirNumber(String language, String key, long first, long second, String text) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/lms");
        messages.setDefaultEncoding("UTF-8");

        assertThat(messages.getMessage(key, new Object[] {first, second}, Locale.of(language)))
                .isEqualTo(text);
    }
}
