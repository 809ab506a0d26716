package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.requirement.TargetGroup.HiredFrom;
import no.kompetansebro.shared.Timeline;

/** Decides on which dates of an employment a target group is true (coverage.md section 5). */
record Targets(UnitTree units) {

    /** The dates of the post on which it is in the group. */
    Timeline dates(TargetGroup group, Post post) {
        return post.dates().intersection(truth(group, post));
    }

    /** On which dates the group is true; what it says outside the post's dates means nothing. */
    private Timeline truth(TargetGroup group, Post post) {
        Employment employment = post.employment();
        return switch (group) {
            case TargetGroup.Everyone() -> Timeline.ALWAYS;
            case TargetGroup.InUnit(var unit) -> always(units.within(employment.unit(), unit));
            case TargetGroup.Position(var codes) -> always(codes.contains(employment.position()));
            case TargetGroup.LeaderLevel(var levels) ->
                always(employment.leaderLevel().filter(levels::contains).isPresent());
            case TargetGroup.Role(var role) -> role(role, post.person());
            case HiredFrom(var date) -> always(post.runStart() >= Timeline.day(date));
            case TargetGroup.NewHire(int months) -> newHire(months, post);
            case TargetGroup.MinFte(var percent) -> always(employment.fte().compareTo(percent) >= 0);
            case TargetGroup.Employees(var numbers) ->
                always(numbers.contains(post.person().number()));
            case TargetGroup.From(LocalDate date) -> Timeline.from(date);
            case TargetGroup.All(var of) -> all(of, post);
            case TargetGroup.Any(var of) -> any(of, post);
            case TargetGroup.Not(var of) -> truth(of, post).complement();
        };
    }

    private static Timeline always(boolean when) {
        return when ? Timeline.ALWAYS : Timeline.NEVER;
    }

    private static Timeline role(String role, Person person) {
        Timeline held = Timeline.NEVER;
        for (RoleHeld each : person.roles()) {
            if (each.role().equals(role)) {
                held = held.union(Timeline.of(each.dates()));
            }
        }
        return held;
    }

    private static Timeline newHire(int months, Post post) {
        return Timeline.ofDays(post.runStart(), Calendar.monthsAfter(post.runStart(), months));
    }

    private Timeline all(List<TargetGroup> of, Post post) {
        Timeline all = Timeline.ALWAYS;
        for (int i = 0; i < of.size() && !all.isEmpty(); i++) {
            all = all.intersection(truth(of.get(i), post));
        }
        return all;
    }

    private Timeline any(List<TargetGroup> of, Post post) {
        Timeline any = Timeline.NEVER;
        for (int i = 0; i < of.size() && !any.isAlways(); i++) {
            any = any.union(truth(of.get(i), post));
        }
        return any;
    }
}
