package no.kompetansebro.lms.enrolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import no.kompetansebro.coverage.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class TroubleWordsTest {

    private static Words words(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/lms");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        return new Words(messages, Locale.of(language));
    }

    @Test
    void haveATextForEachCodeInEachLanguage() {
        for (String language : List.of("nb", "nn", "en")) {
            assertThat(TroubleWords.KNOWN)
                    .allSatisfy(code -> assertThat(TroubleWords.text(code, "x", words(language)))
                            .isNotBlank()
                            .doesNotContain("{"));
        }
    }

    @Test
    void showWhatTheyDoNotKnowAndSayNothingOfNothing() {
        assertThat(TroubleWords.text("new_fault", "ex", words("nb"))).contains("new_fault ex");
        assertThat(TroubleWords.text("", "", words("nb"))).isEmpty();
    }
}
