package no.kompetansebro.planning.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.planning.reports.Snapshot.Meaning;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the words of a report mean today. Each report keeps what they meant when it was made. */
@Component("reportDefinitions")
class Definitions {

    private static final List<String> WORDS = List.of(
            "asOf",
            "headline",
            "coverage",
            "employees",
            "covered",
            "gap",
            "expiring",
            "exempt",
            "gapDays",
            "school",
            "minimum",
            "duty");
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private final MessageSource messages;

    Definitions(MessageSource messages) {
        this.messages = messages;
    }

    List<Meaning> inAllLanguages() {
        return WORDS.stream()
                .map(word ->
                        new Meaning(name("planning.reports.word." + word), name("planning.reports.meaning." + word)))
                .toList();
    }

    private LocalizedName name(String key) {
        Map<String, String> texts = LANGUAGES.stream()
                .collect(Collectors.toMap(
                        language -> language, language -> messages.getMessage(key, null, Locale.of(language))));
        return new LocalizedName(texts);
    }
}
