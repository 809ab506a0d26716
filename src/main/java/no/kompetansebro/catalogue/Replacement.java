package no.kompetansebro.catalogue;

import java.util.List;

/** What became of a catalogue document. */
public sealed interface Replacement {

    /** It is the catalogue now; or would be, in a dry run. */
    record Done(Changes scales, Changes competences, Changes items, Changes awardRules, Changes requirements)
            implements Replacement {}

    /** Nothing has changed, because of these errors (the first 1,000). */
    record Refused(List<CatalogueError> errors) implements Replacement {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
