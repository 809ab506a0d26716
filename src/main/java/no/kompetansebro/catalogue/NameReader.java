package no.kompetansebro.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.shared.LocalizedName;

/** Reads a name: one text, or a mapping of the languages nb, nn, en. */
final class NameReader {

    private static final String[] LANGUAGES = {"nb", "nn", "en"};

    private NameReader() {}

    static Optional<LocalizedName> read(Place place) {
        return place.node() instanceof YamlNode.Text
                ? place.text().map(LocalizedName::of)
                : place.fields(LANGUAGES).flatMap(NameReader::byLanguage);
    }

    private static Optional<LocalizedName> byLanguage(Fields fields) {
        Map<String, String> names = new HashMap<>();
        for (String language : LANGUAGES) {
            fields.at(language).flatMap(Place::text).ifPresent(name -> names.put(language, name));
        }
        if (fields.names().isEmpty()) {
            fields.refuse("must not be empty");
        }
        return names.isEmpty() ? Optional.empty() : fields.made(() -> new LocalizedName(names));
    }
}
