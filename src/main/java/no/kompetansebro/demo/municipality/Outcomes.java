package no.kompetansebro.demo.municipality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Decides who of those bound by a duty is covered: the readiest, so many as the attainment says. */
record Outcomes(long seed, Readiness readiness, List<Attainment> attainments) {

    private static final double LAPSED_SHARE = 0.75;

    SequencedMap<Bound, Outcome> of(Duty duty, List<Bound> all) {
        Attainment attainment = Attainment.of(attainments, duty);
        Chance chance = Chance.of(seed, "outcome " + duty.code());
        var outcomes = new LinkedHashMap<Bound, Outcome>();
        var ordinary = new ArrayList<Bound>();
        for (Bound bound : all) {
            if (chance.happens(attainment.exempt())) {
                outcomes.put(bound, Outcome.EXEMPT);
            } else {
                ordinary.add(bound);
            }
        }
        rank(ordinary, attainment.covered(), chance, outcomes);
        return outcomes;
    }

    private void rank(List<Bound> ordinary, double share, Chance chance, Map<Bound, Outcome> outcomes) {
        var scores = new LinkedHashMap<Bound, Double>();
        ordinary.forEach(bound -> scores.put(bound, -readiness.of(bound)));
        List<Bound> ranked =
                ordinary.stream().sorted(Comparator.comparing(scores::get)).toList();
        long covered = Math.round(share * ranked.size());
        for (int i = 0; i < ranked.size(); i++) {
            outcomes.put(ranked.get(i), i < covered ? Outcome.COVERED : gap(chance));
        }
    }

    private static Outcome gap(Chance chance) {
        return chance.happens(LAPSED_SHARE) ? Outcome.LAPSED : Outcome.NEVER;
    }
}
