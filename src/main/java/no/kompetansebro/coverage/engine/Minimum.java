package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** A requirement on how many in a unit hold a competence (coverage.md section 9). */
record Minimum(Duty duty, OfUnitMinimum demand) {

    static Minimum of(Requirement requirement, OfUnitMinimum demand, Holdings holdings) {
        Terms terms = new Terms(Optional.empty(), 0, requirement.warningDays());
        int holding = holdings.number(demand.competence(), demand.level());
        return new Minimum(Duty.of(requirement, terms, holding), demand);
    }

    /** The dates that a standing on the date looks at: itself, and those it warns of. */
    Timeline horizon(LocalDate asOf) {
        int day = Timeline.day(asOf);
        int end = (int) Math.min(Timeline.FOR_EVER, day + 1L + duty.terms().warningDays());
        return duty.validity().intersection(Timeline.ofDays(day, end));
    }

    /** The dates on which the person has an employment in the unit, or below it, and in the target group. */
    Timeline presence(Dossier dossier, UnitCode unit, Targets targets) {
        Timeline presence = Timeline.NEVER;
        for (Post post : dossier.posts()) {
            if (targets.units().within(post.employment().unit(), unit)) {
                presence = presence.union(targets.dates(demand.targetGroup(), post));
            }
        }
        return presence;
    }

    /** The same employment by employment, with what the person holds as known on the day. */
    Presence presence(Dossier dossier, UnitCode unit, Targets targets, DateInterval dates, int knownOn) {
        List<Presence.Share> posts = new ArrayList<>();
        for (Post post : dossier.posts()) {
            if (targets.units().within(post.employment().unit(), unit)) {
                Timeline there = targets.dates(demand.targetGroup(), post)
                        .intersection(duty.validity())
                        .clip(dates);
                if (!there.isEmpty()) {
                    posts.add(new Presence.Share(there, post.employment().fte()));
                }
            }
        }
        return new Presence(
                duty.requirement(),
                unit,
                demand.count(),
                posts,
                dossier.knowledge(duty.holding()).asOf(knownOn));
    }
}
