package no.kompetansebro.planning.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.GapDays;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.UnitDutyStanding;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.planning.reports.Snapshot.Duty;
import no.kompetansebro.planning.reports.Snapshot.Gap;
import no.kompetansebro.planning.reports.Snapshot.GapLine;
import no.kompetansebro.planning.reports.Snapshot.Minimum;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.LocalizedName;

/** Puts gap days, minimums and duties of units into a snapshot, without anybody's name. */
record DetailLines(Lexicon lexicon) {

    List<Minimum> minimums(List<MinimumStanding> all) {
        return all.stream().map(this::minimum).toList();
    }

    Gap gapDays(List<GapDays> all) {
        Map<RequirementCode, List<GapDays>> byRequirement = all.stream()
                .collect(Collectors.groupingBy(GapDays::requirement, LinkedHashMap::new, Collectors.toList()));
        List<GapLine> lines = new ArrayList<>();
        lexicon.requirements().keySet().forEach(code -> {
            List<GapDays> own = byRequirement.getOrDefault(code, List.of());
            if (!own.isEmpty()) {
                lines.add(new GapLine(code.value(), name(code), days(own), people(own)));
            }
        });
        return new Gap(days(all), people(all), lines);
    }

    private static long days(List<GapDays> of) {
        return of.stream().mapToLong(GapDays::days).sum();
    }

    private static long people(List<GapDays> of) {
        return of.stream().map(GapDays::employee).distinct().count();
    }

    private Minimum minimum(MinimumStanding standing) {
        return new Minimum(
                standing.requirement().value(),
                name(standing.requirement()),
                standing.unit().value(),
                LocalizedName.of(lexicon.name(standing.unit())),
                standing.required(),
                standing.holders(),
                standing.status(),
                standing.atRiskOn());
    }

    List<Duty> duties(List<UnitDutyStanding> all) {
        return all.stream()
                .collect(Collectors.groupingBy(UnitDutyStanding::requirement, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> duty(each.getKey(), each.getValue()))
                .toList();
    }

    private Duty duty(RequirementCode code, List<UnitDutyStanding> units) {
        return new Duty(
                code.value(),
                name(code),
                units.stream()
                        .map(UnitDutyStanding::status)
                        .filter(Status::isCovered)
                        .count(),
                units.size(),
                units.stream()
                        .filter(each -> each.status().isGap())
                        .map(each -> lexicon.name(each.unit()))
                        .toList());
    }

    private LocalizedName name(RequirementCode code) {
        Requirement requirement = lexicon.requirements().get(code);
        return requirement == null ? LocalizedName.of(code.value()) : requirement.name();
    }
}
