package no.kompetansebro.competence;

import java.util.Optional;
import java.util.Set;
import no.kompetansebro.shared.LocalizedName;

/**
 * What an employee knows, can do or has documented. Without a scale it has the one level "held". The validity is for
 * direct evidence without an end of its own (coverage.md section 4).
 */
public record Competence(
        CompetenceCode code,
        LocalizedName name,
        Kind kind,
        Set<Emphasis> emphasis,
        Optional<String> scale,
        ValidityPolicy validity) {

    /** What sort of competence it is. */
    public enum Kind {
        KNOWLEDGE,
        SKILL,
        ABILITY,
        ATTITUDE,
        CERTIFICATE,
        LANGUAGE
    }

    /** Why the employer looks after it. */
    public enum Emphasis {
        CORE,
        STRATEGIC
    }
}
