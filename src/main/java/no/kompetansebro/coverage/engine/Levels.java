package no.kompetansebro.coverage.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.ValidityPolicy;

/** The competences with their scales (coverage.md section 4). */
final class Levels {

    /** The only rank where a competence has no scale. */
    static final int HELD = 0;

    private static final int UNKNOWN = -1;

    private final Map<String, Scale> scales = new HashMap<>();
    private final Map<CompetenceCode, Competence> competences = new HashMap<>();

    Levels(List<Scale> scales, List<Competence> competences) {
        scales.forEach(scale -> this.scales.put(scale.code(), scale));
        competences.forEach(competence -> this.competences.put(competence.code(), competence));
    }

    /** The place of the level on the competence's scale, from 0; below 0, and so never enough, when it is not on it. */
    int rank(CompetenceCode competence, Optional<String> level) {
        Optional<Scale> scale = competence(competence).scale().map(scales::get);
        return scale.isEmpty() ? HELD : level.map(scale.get()::rank).orElse(UNKNOWN);
    }

    /** The rank of a level that is asked for. Throws {@link IllegalArgumentException} when it is not on the scale. */
    int requiredRank(CompetenceCode competence, Optional<String> level) {
        int rank = rank(competence, level);
        if (rank == UNKNOWN) {
            throw new IllegalArgumentException("no level " + level.orElse("") + " of " + competence);
        }
        return rank;
    }

    /** How long direct evidence holds. */
    ValidityPolicy validity(CompetenceCode competence) {
        return competence(competence).validity();
    }

    private Competence competence(CompetenceCode code) {
        return Optional.ofNullable(competences.get(code))
                .orElseThrow(() -> new IllegalArgumentException("no competence " + code));
    }
}
