package no.kompetansebro.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Need;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** The obligations of one employee as far as a question asks for them and the viewer may see them. */
record PairsOfPerson(Obliged person, Question question, Sight sight, Rules rules) {

    /** Those that the question asks for, on whatever date and in whatever status. */
    Stream<Obligation> obligations() {
        return person.obligations().stream().filter(o -> question.asksFor(rules.requirement(o.requirement())));
    }

    /** The pairs on the question's date. */
    Stream<Pair> pairs() {
        return obligations().flatMap(o -> standing(o).map(s -> pair(o, s)).stream());
    }

    /** The status of each of them. */
    Stream<Status> statuses() {
        return obligations().flatMap(o -> standing(o).stream()).map(Segment::status);
    }

    /** What the person needs of what the question asks for. */
    Stream<Need> needs() {
        Set<RequirementCode> asked = pairs().map(Pair::requirement).collect(Collectors.toCollection(HashSet::new));
        return asked.isEmpty()
                ? Stream.empty()
                : rules.engine().needs(person.person(), question.asOf()).stream()
                        .filter(need -> asked.contains(need.requirement()));
    }

    private Optional<Segment> standing(Obligation obligation) {
        return obligation
                .on(question.asOf())
                .filter(s -> question.asksFor(s.status()))
                .filter(_ -> sight.counted(person, obligation, question.asOf()));
    }

    private Pair pair(Obligation obligation, Segment s) {
        return new Pair(
                person.id(),
                person.person().number(),
                obligation.requirement(),
                s.status(),
                s.deadline(),
                s.heldFrom(),
                s.heldUntil(),
                s.nextChange());
    }

    /** The days of the period on which a counted pair was past its deadline without being held or exempt. */
    Stream<GapDays> gapDays(DateInterval period) {
        return obligations()
                .map(o -> new GapDays(person.person().number(), o.requirement(), days(o, period)))
                .filter(gap -> gap.days() > 0);
    }

    private long days(Obligation obligation, DateInterval period) {
        Timeline counted = sight.counted(person, obligation).clip(period);
        return counted.isEmpty()
                ? 0
                : obligation.segments().stream()
                        .filter(s -> s.status() == Status.OVERDUE || s.status() == Status.EXPIRED)
                        .mapToLong(s -> length(counted.clip(s.dates())))
                        .sum();
    }

    private static long length(Timeline dates) {
        List<DateInterval> intervals = dates.intervals();
        return intervals.stream()
                .mapToLong(i -> i.until().toEpochDay() - i.from().toEpochDay())
                .sum();
    }
}
