package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Explanation.Direct;
import no.kompetansebro.coverage.engine.Explanation.Due;
import no.kompetansebro.coverage.engine.Explanation.Rule;
import no.kompetansebro.coverage.engine.Explanation.Through;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** Says why one person's obligation stands as it does on a date (coverage.md section 11). */
final class Explainer {

    private final Person person;
    private final PersonalDuty duty;
    private final Targets targets;
    private final Holdings holdings;
    private final LocalDate asOf;
    private final int day;
    private final Dossier dossier;

    Explainer(Person person, PersonalDuty duty, Targets targets, Holdings holdings, LocalDate asOf) {
        this.person = person;
        this.duty = duty;
        this.targets = targets;
        this.holdings = holdings;
        this.asOf = asOf;
        this.day = Timeline.day(asOf);
        this.dossier = Dossier.of(person, holdings);
    }

    /** Why; empty when the person is not subject on the date. */
    Optional<Explanation> explanation() {
        return duty.obligation(dossier, targets)
                .flatMap(obligation -> obligation.on(asOf).map(standing -> explanation(obligation, standing)));
    }

    private Explanation explanation(Obligation obligation, Segment standing) {
        OfPeople demand = duty.demand();
        DateInterval subject = obligation.subject().intervalContaining(asOf).orElseThrow();
        return new Explanation(
                obligation.requirement(),
                asOf,
                demand.competence(),
                demand.level(),
                standing,
                subject,
                through(obligation),
                due(subject.from()),
                dossier.exemptFrom(obligation.requirement()).intervalContaining(asOf),
                rules(),
                direct(),
                nextSteps(standing));
    }

    private List<Through> through(Obligation obligation) {
        List<Through> through = new ArrayList<>();
        for (int i = 0; i < dossier.posts().size(); i++) {
            Post post = dossier.posts().get(i);
            obligation
                    .byEmployment()
                    .get(i)
                    .intervalContaining(asOf)
                    .map(dates -> new Through(
                            post.employment(),
                            dates,
                            new TargetReader(targets, post, day)
                                    .read(duty.demand().targetGroup())))
                    .ifPresent(through::add);
        }
        return through;
    }

    private Due due(LocalDate start) {
        Terms terms = duty.duty().terms();
        int startDay = Timeline.day(start);
        LocalDate deadline = Timeline.date(terms.deadline(startDay));
        return terms.isFixed(startDay) ? new Due.Fixed(deadline) : new Due.Grace(start, terms.graceDays(), deadline);
    }

    private List<Rule> rules() {
        CriterionReader reader = new CriterionReader(dossier.ledger(), day);
        return holdings.rules(duty.demand().competence(), duty.demand().level()).stream()
                .map(rule -> new Rule(rule.code(), rule.level(), reader.read(rule.criterion())))
                .toList();
    }

    private List<Direct> direct() {
        Holding.Direct source = holdings.get(duty.duty().holding()).direct().orElseThrow();
        List<Proof> proofs = source.proofs(dossier.ledger(), day);
        int[] ends = Validity.ends(source.validity(), proofs);
        List<Direct> direct = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            Proof proof = proofs.get(i);
            direct.add(new Direct(proof.evidence(), Optional.of(interval(proof.day(), ends[i]))));
        }
        person.evidence().stream()
                .filter(each ->
                        holdings.isDeclared(each, source) && !each.achievedOn().isAfter(asOf))
                .forEach(each -> direct.add(new Direct(each, Optional.empty())));
        direct.sort(Comparator.comparing(each -> each.evidence().achievedOn()));
        return direct;
    }

    private static DateInterval interval(int from, int until) {
        return new DateInterval(Timeline.date(from), Timeline.date(until));
    }

    /** What would cover now; where the holding is about to end, what would carry it past its end. */
    private List<ItemCode> nextSteps(Segment standing) {
        boolean expiring = standing.status() == Status.EXPIRING;
        if (standing.heldFrom().isPresent() && !expiring) {
            return List.of();
        }
        int target = expiring ? Timeline.day(standing.heldUntil().orElseThrow()) : day;
        return new NextSteps(new Missing(dossier.ledger(), holdings, day, target))
                .smallest(holdings.get(duty.duty().holding()));
    }
}
