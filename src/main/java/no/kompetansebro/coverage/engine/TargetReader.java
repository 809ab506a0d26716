package no.kompetansebro.coverage.engine;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.engine.Explanation.Part;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;

/** Tells of every part of a target group whether it is true for a post on a day. */
record TargetReader(Targets targets, Post post, int day) {

    Part read(TargetGroup group) {
        Optional<DateInterval> dates = targets.dates(group, post).intervalContainingDay(day);
        return new Part(group, dates.isPresent(), dates, parts(group));
    }

    private List<Part> parts(TargetGroup group) {
        return switch (group) {
            case TargetGroup.All(var of) -> of.stream().map(this::read).toList();
            case TargetGroup.Any(var of) -> of.stream().map(this::read).toList();
            case TargetGroup.Not(var of) -> List.of(read(of));
            case TargetGroup.Everyone _,
                    TargetGroup.InUnit _,
                    TargetGroup.Position _,
                    TargetGroup.LeaderLevel _,
                    TargetGroup.Role _,
                    TargetGroup.HiredFrom _,
                    TargetGroup.NewHire _,
                    TargetGroup.MinFte _,
                    TargetGroup.Employees _,
                    TargetGroup.From _ -> List.of();
        };
    }
}
