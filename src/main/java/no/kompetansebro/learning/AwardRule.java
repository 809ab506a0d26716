package no.kompetansebro.learning;

import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;

/** Which learning gives a competence, at a level where the competence has a scale (coverage.md section 3). */
public record AwardRule(String code, CompetenceCode competence, Optional<String> level, Criterion criterion) {}
