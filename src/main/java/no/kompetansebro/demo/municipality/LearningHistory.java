package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;

/** Writes the years of learning that end in the outcomes of today. */
final class LearningHistory {

    private final long seed;
    private final LocalDate today;
    private final DemoCatalogue catalogue;
    private final TargetGroups targetGroups;
    private final Outcomes outcomes;
    private final LearningLedger ledger;
    private final Set<String> written = new HashSet<>();

    LearningHistory(
            long seed,
            LocalDate today,
            DemoCatalogue catalogue,
            TargetGroups targetGroups,
            Outcomes outcomes,
            LearningLedger ledger) {
        this.seed = seed;
        this.today = today;
        this.catalogue = catalogue;
        this.targetGroups = targetGroups;
        this.outcomes = outcomes;
        this.ledger = ledger;
    }

    /** For everybody; of the golden cases only what is not told of them, and that in order. */
    void write(List<Person> everybody, Map<String, GoldenPerson> cases) {
        for (Duty duty : catalogue.duties(today)) {
            List<Bound> bound = everybody.stream()
                    .flatMap(person -> bound(duty, person).stream())
                    .toList();
            bound.stream()
                    .filter(b -> cases.containsKey(b.person().number()))
                    .filter(b -> !isTold(cases, b))
                    .forEach(b -> write(b, Outcome.SAFE));
            outcomes.of(
                            duty,
                            bound.stream()
                                    .filter(b -> !cases.containsKey(b.person().number()))
                                    .toList())
                    .forEach(this::write);
        }
    }

    private static boolean isTold(Map<String, GoldenPerson> cases, Bound bound) {
        GoldenPerson golden = cases.get(bound.person().number());
        return golden != null && golden.own().contains(bound.duty().code());
    }

    private Optional<Bound> bound(Duty duty, Person person) {
        return targetGroups
                .since(duty.targetGroup(), person)
                .map(since -> new Bound(
                        person, duty, duty.validFrom().filter(since::isBefore).orElse(since)));
    }

    private void write(Bound bound, Outcome outcome) {
        Chance chance =
                Chance.of(seed, bound.duty().code() + "/" + bound.person().number());
        if (outcome == Outcome.EXEMPT) {
            exempt(bound, chance);
        } else if (written.add(bound.person().number() + bound.duty().competence())) {
            catalogue
                    .criterion(bound.duty().competence())
                    .ifPresentOrElse(
                            criterion -> learn(bound, outcome, criterion, chance),
                            () -> document(bound, outcome, chance));
        }
    }

    private void exempt(Bound bound, Chance chance) {
        LocalDate from = today.minusDays(chance.between(10, 200));
        Optional<LocalDate> until = Optional.of(today.plusDays(chance.between(40, 400)));
        ledger.exemption(bound.person(), bound.duty().code(), new Period(from, until), "Dispensasjon med plan");
    }

    private void learn(Bound bound, Outcome outcome, Criterion criterion, Chance chance) {
        var completion = new Completion(catalogue, ledger, bound.person(), chance);
        var rhythm = new Rhythm(today, chance, Completion.roundDays(criterion));
        List<LocalDate> rounds = rhythm.rounds(bound, outcome, Completion.tightest(criterion));
        rounds.forEach(day -> completion.complete(criterion, day));
        if (rounds.isEmpty() && chance.happens(0.35) && bound.since().isBefore(today.minusDays(15))) {
            completion.attempt(criterion, chance.day(bound.since(), today));
        }
    }

    private void document(Bound bound, Outcome outcome, Chance chance) {
        String competence = bound.duty().competence();
        ValidityPolicy validity = catalogue.validityOf(competence);
        for (LocalDate day : new Rhythm(today, chance, 1).rounds(bound, outcome, validity)) {
            Optional<LocalDate> until = validity instanceof ValidityPolicy.Months(int months)
                    ? Optional.of(day.plusMonths(months))
                    : Optional.empty();
            ledger.evidence(bound.person(), competence, bound.duty().level(), day, until, "CERTIFICATE");
        }
    }
}
