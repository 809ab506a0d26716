package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;

/**
 * Direct evidence of a competence (coverage.md section 4).
 *
 * @param level on the competence's scale, where it has one
 * @param validUntil its own end, exclusive, in place of the competence's policy
 */
public record Evidence(
        CompetenceCode competence,
        Optional<String> level,
        LocalDate achievedOn,
        Optional<LocalDate> validUntil,
        Kind kind) {

    /** What sort of evidence it is; a declaration is no holding until it is attested. */
    public enum Kind {
        CERTIFICATE,
        ATTESTATION,
        PRIOR_LEARNING,
        DECLARATION
    }
}
