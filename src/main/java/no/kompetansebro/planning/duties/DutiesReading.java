package no.kompetansebro.planning.duties;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.UnitDutyStanding;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Puts the page of duties together: of the units that the viewer may see. */
@Component
class DutiesReading {

    private static final int YEARS_BACK = 2;

    private final Coverage coverage;
    private final Lexicons lexicons;
    private final UnitEvents events;

    DutiesReading(Coverage coverage, Lexicons lexicons, UnitEvents events) {
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.events = events;
    }

    DutiesView of(Viewer viewer, AsOf asOf, Words words) {
        Lexicon lexicon = lexicons.current();
        LocalDate from = asOf.date().minusYears(YEARS_BACK);
        var sight = new Sight(viewer, lexicon, words, asOf, events.held(from, asOf.date()));
        Map<RequirementCode, List<UnitDutyStanding>> standings = standings(viewer, asOf.date());
        return new DutiesView(lexicon.requirements().values().stream()
                .map(each -> sight.duty(each, standings.getOrDefault(each.code(), List.of())))
                .filter(duty -> !duty.isNobodys())
                .toList());
    }

    private Map<RequirementCode, List<UnitDutyStanding>> standings(Viewer viewer, LocalDate date) {
        return coverage.unitDuties(viewer, date, Optional.empty()).stream()
                .collect(groupingBy(UnitDutyStanding::requirement));
    }

    private record Sight(Viewer viewer, Lexicon lexicon, Words words, AsOf asOf, List<UnitEvent> events) {

        DutiesView.Duty duty(Requirement duty, List<UnitDutyStanding> standings) {
            DutyShare share = DutyShare.of(standings);
            Map<Boolean, List<UnitDutyStanding>> missing = standings.stream()
                    .sorted(Comparator.comparing(each -> lexicon.name(each.unit())))
                    .collect(partitioningBy(each -> each.status().isGap()));
            return new DutiesView.Duty(
                    duty.code().value(),
                    words.name(duty.name()),
                    duty.authority().orElse(""),
                    words.percent(share.share()),
                    words.text("planning.duties.of", share.done(), share.units()),
                    lines(duty, missing.getOrDefault(true, List.of())),
                    lines(duty, missing.getOrDefault(false, List.of())));
        }

        private List<DutiesView.Line> lines(Requirement duty, List<UnitDutyStanding> standings) {
            Set<ItemCode> items = items(duty);
            List<DutiesView.Line> lines = new ArrayList<>();
            for (UnitDutyStanding each : standings) {
                lines.add(new DutiesView.Line(
                        each.unit().value(),
                        lexicon.name(each.unit()),
                        StatusView.of(each.status(), words),
                        when(each),
                        asOf.isToday() && DutyRights.mayRegister(viewer, each.unit()),
                        happenings(each, items)));
            }
            return lines;
        }

        private String when(UnitDutyStanding standing) {
            return standing.status().isGap()
                    ? words.text("planning.duties.deadline", words.date(standing.deadline()))
                    : standing.heldUntil()
                            .map(until -> words.text("planning.duties.until", words.lastDay(until)))
                            .orElse("");
        }

        private List<DutiesView.Happening> happenings(UnitDutyStanding standing, Set<ItemCode> items) {
            return events.stream()
                    .filter(each -> each.held().unit().equals(standing.unit())
                            && items.contains(each.held().item()))
                    .map(this::happening)
                    .toList();
        }

        private DutiesView.Happening happening(UnitEvent event) {
            return new DutiesView.Happening(
                    event.id().toString(),
                    words.date(event.held().on()),
                    event.held().agenda(),
                    event.held()
                            .attended()
                            .map(count -> words.text("planning.duties.attended", count))
                            .orElse(""),
                    asOf.isToday()
                            && DutyRights.mayRegister(viewer, event.held().unit()));
        }
    }

    /** What fulfils the duty. */
    static Set<ItemCode> items(Requirement duty) {
        return switch (duty.demand()) {
            case Requirement.OfUnits units -> units.criterion().allItems();
            case Requirement.OfPeople _, Requirement.OfUnitMinimum _ -> Set.of();
        };
    }
}
