package no.kompetansebro.coverage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.shared.Timeline;

/** A requirement on people (coverage.md section 5). */
record PersonalDuty(Duty duty, OfPeople demand) {

    static PersonalDuty of(Requirement requirement, OfPeople demand, Holdings holdings) {
        Terms terms = new Terms(demand.dueDate(), demand.graceDays(), requirement.warningDays());
        int holding = holdings.number(demand.competence(), demand.level());
        return new PersonalDuty(Duty.of(requirement, terms, holding), demand);
    }

    /** How it binds the person; empty when it never does. */
    Optional<Obligation> obligation(Dossier dossier, Targets targets) {
        List<Timeline> byEmployment = new ArrayList<>(dossier.posts().size());
        Timeline subject = Timeline.NEVER;
        for (Post post : dossier.posts()) {
            Timeline through = subjectThrough(post, targets);
            byEmployment.add(through);
            subject = subject.union(through);
        }
        return subject.isEmpty() ? Optional.empty() : Optional.of(duty.obligation(subject, byEmployment, dossier));
    }

    /** The dates on which the employment by itself makes the employee subject. */
    Timeline subjectThrough(Post post, Targets targets) {
        return targets.dates(demand.targetGroup(), post).intersection(duty.validity());
    }
}
