package no.kompetansebro.planning.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Comparisons;
import no.kompetansebro.coverage.Hindsight;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.changes.ChangeReport.Changed;
import no.kompetansebro.planning.changes.ChangeReport.Row;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Makes change reports. */
@Component
class ChangeReports {

    private final Comparisons comparisons;
    private final Hindsight hindsight;
    private final Employments employments;

    ChangeReports(Comparisons comparisons, Hindsight hindsight, Employments employments) {
        this.comparisons = comparisons;
        this.hindsight = hindsight;
        this.employments = employments;
    }

    /**
     * What is asked.
     *
     * @param question of the later date
     * @param recordedBy the moment whose records the earlier date is also told by; empty where it is not to be
     */
    record Asked(Viewer viewer, Question question, LocalDate then, Optional<Instant> recordedBy) {}

    ChangeReport of(Asked asked, Map<RequirementCode, Requirement> requirements) {
        Map<RequirementCode, Row> rows = new LinkedHashMap<>();
        List<PairTwice> differing = new ArrayList<>();
        comparisons.between(asked.then(), asked.viewer(), asked.question(), pair -> {
            rows.merge(pair.requirement(), Row.NONE.plus(pair), (sum, _) -> sum.plus(pair));
            if (State.of(pair.then()) != State.of(pair.now())) {
                differing.add(pair);
            }
        });
        List<Changed> caused = caused(asked, requirements, differing);
        Optional<List<Changed>> revised = revised(asked);
        Sums then = rows.values().stream().map(Row::then).reduce(Sums.NONE, Sums::plus);
        Sums now = rows.values().stream().map(Row::now).reduce(Sums.NONE, Sums::plus);
        var revisions = ChangeReport.flows(revised.orElse(List.of()));
        return new ChangeReport(
                revised.map(_ ->
                        then.minus(revisions.values().stream().map(Flow::net).reduce(Sums.NONE, Sums::plus))),
                revisions,
                then,
                ChangeReport.flows(caused),
                now,
                rows,
                Stream.concat(revised.orElse(List.of()).stream(), caused.stream())
                        .toList());
    }

    private List<Changed> caused(
            Asked asked, Map<RequirementCode, Requirement> requirements, List<PairTwice> differing) {
        Set<EmployeeId> whoComeOrGo = differing.stream()
                .filter(CausesOfChange::comesOrGoes)
                .map(PairTwice::employee)
                .collect(Collectors.toSet());
        LocalDate now = asked.question().asOf();
        CausesOfChange causes = new CausesOfChange(
                asked.then(), now, requirements, Whereabouts.of(whoComeOrGo, asked.then(), now, employments));
        return differing.stream()
                .flatMap(pair -> causes.of(pair).map(cause -> new Changed(cause, pair)).stream())
                .toList();
    }

    private Optional<List<Changed>> revised(Asked asked) {
        return asked.recordedBy().flatMap(moment -> switch (hindsight.since(
                moment, asked.viewer(), asked.question().on(asked.then()))) {
            case Hindsight.Answer.Known(var pairs) ->
                Optional.of(pairs.stream()
                        .map(each -> new Changed(each.byRules() ? Cause.RULE_CHANGED : Cause.CORRECTED, each.pair()))
                        .filter(each -> each.before() != each.after())
                        .toList());
            case Hindsight.Answer.Untold _ -> Optional.empty();
        });
    }
}
