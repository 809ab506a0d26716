package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.Timeline;

/** Finds what one person needs on a date: what is not held then, or ends within its warning. */
final class Needs {

    private final Dossier dossier;
    private final Targets targets;
    private final Holdings holdings;
    private final LocalDate asOf;

    Needs(Person person, Targets targets, Holdings holdings, LocalDate asOf) {
        this.dossier = Dossier.of(person, holdings);
        this.targets = targets;
        this.holdings = holdings;
        this.asOf = asOf;
    }

    /** Of each of the duties that the person is subject to, not exempt from, and has not for sure. */
    List<Need> of(List<PersonalDuty> duties) {
        return duties.stream().flatMap(duty -> need(duty).stream()).toList();
    }

    private Optional<Need> need(PersonalDuty duty) {
        return duty.obligation(dossier, targets)
                .flatMap(obligation -> obligation.on(asOf))
                .filter(standing -> standing.status() == Status.EXPIRING
                        || standing.status().isGap())
                .map(standing -> new Need(duty.duty().requirement(), standing, items(duty, standing)));
    }

    private Set<ItemCode> items(PersonalDuty duty, Segment standing) {
        int day = Timeline.day(asOf);
        int target = standing.status() == Status.EXPIRING
                ? Timeline.day(standing.heldUntil().orElseThrow())
                : day;
        Missing missing = new Missing(dossier.ledger(), holdings, day, target);
        Set<ItemCode> items = new HashSet<>();
        holdings.get(duty.duty().holding())
                .criteria()
                .forEach(criterion -> lacking(criterion, missing).forEach(items::add));
        return items;
    }

    private static Stream<ItemCode> lacking(Criterion criterion, Missing missing) {
        int lacks = missing.of(criterion, Set.of());
        if (lacks == 0 || lacks == Missing.NEVER) {
            return Stream.empty();
        }
        return switch (criterion) {
            case Criterion.Achieved achieved -> Stream.of(achieved.item());
            case Criterion.All(var of) -> of.stream().flatMap(each -> lacking(each, missing));
            case Criterion.Any(var of) -> of.stream().flatMap(each -> lacking(each, missing));
            case Criterion.AtLeast(int _, var of) -> of.stream().flatMap(each -> lacking(each, missing));
            case Criterion.Hours _ -> missing.options(criterion, Set.of());
        };
    }
}
