package no.kompetansebro.coverage.engine;

import java.util.List;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.Timeline;

/**
 * What a requirement asks, apart from whom it binds.
 *
 * @param validity the dates on which the requirement itself is in force
 * @param holding the number of the holding it asks for
 */
record Duty(RequirementCode requirement, Timeline validity, Terms terms, int holding) {

    static Duty of(Requirement requirement, Terms terms, int holding) {
        int from = requirement.validFrom().map(Timeline::day).orElse(Timeline.SINCE_EVER);
        int until = requirement.validUntil().map(Timeline::day).orElse(Timeline.FOR_EVER);
        return new Duty(requirement.code(), Timeline.ofDays(from, until), terms, holding);
    }

    /** The obligation of one who is subject on these dates. */
    Obligation obligation(Timeline subject, List<Timeline> byEmployment, Dossier dossier) {
        return new Obligation(requirement, subject, byEmployment, course(subject, dossier));
    }

    private Course course(Timeline subject, Dossier dossier) {
        Course course = new Course();
        Knowledge knowledge = dossier.knowledge(holding);
        Timeline exempt = dossier.exemptFrom(requirement);
        for (int i = 0; i < subject.size(); i++) {
            int from = subject.fromDay(i);
            int until = subject.untilDay(i);
            for (int known = 0; known < knowledge.size(); known++) {
                new Stretch(until, terms.deadline(from), terms, knowledge.holding(known), exempt)
                        .write(Math.max(from, knowledge.from(known)), Math.min(until, knowledge.until(known)), course);
            }
        }
        return course.trimmed();
    }
}
