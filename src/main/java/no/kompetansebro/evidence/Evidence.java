package no.kompetansebro.evidence;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.organisation.EmployeeId;

/**
 * Direct evidence of a competence (coverage.md section 4).
 *
 * @param source who says so; with the external id the key of the fact
 * @param level where the competence has a scale, one of its levels
 * @param validUntil the first day on which it no longer holds; empty: by the competence's own validity
 */
public record Evidence(
        String source,
        String externalId,
        EmployeeId employee,
        CompetenceCode competence,
        Optional<String> level,
        LocalDate achievedOn,
        Optional<LocalDate> validUntil,
        Kind kind) {

    /** What sort of evidence it is. A declaration is no holding (coverage.md section 4). */
    public enum Kind {
        CERTIFICATE,
        ATTESTATION,
        PRIOR_LEARNING,
        DECLARATION
    }
}
