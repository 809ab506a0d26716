package no.kompetansebro.coverage.engine;

import no.kompetansebro.shared.Timeline;

/** Evidence with the rank of its level on the competence's scale. */
record Proof(int day, int ownEnd, int rank, Evidence evidence) implements Link {

    static Proof of(Evidence evidence, int rank) {
        return new Proof(
                Timeline.day(evidence.achievedOn()),
                evidence.validUntil().map(Timeline::day).orElse(NO_END),
                rank,
                evidence);
    }
}
