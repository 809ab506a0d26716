package no.kompetansebro.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import no.kompetansebro.coverage.MinimumCover.Member;
import no.kompetansebro.coverage.MinimumCover.Step;
import no.kompetansebro.coverage.engine.Presence;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** Adds up the heads of a minimum in a unit, person by person, by the dates on which they change. */
final class CoverOverTime {

    private final RequirementCode requirement;
    private final UnitCode unit;
    private final int required;
    private final DateInterval dates;
    private final int first;
    private final int end;
    private final TreeMap<Integer, Integer> heads = new TreeMap<>();
    private final TreeMap<Integer, BigDecimal> fte = new TreeMap<>();
    private final List<Member> members = new ArrayList<>();

    CoverOverTime(RequirementCode requirement, UnitCode unit, int required, DateInterval dates) {
        this.requirement = requirement;
        this.unit = unit;
        this.required = required;
        this.dates = dates;
        this.first = Timeline.day(dates.from());
        this.end = Timeline.day(dates.until());
    }

    /** Counts the person; keeps who it is where the viewer may know. */
    void add(EmployeeId person, Presence presence, boolean named) {
        Timeline counting = presence.counting().clip(dates);
        for (int i = 0; i < counting.size(); i++) {
            heads.merge(counting.fromDay(i), 1, Integer::sum);
            heads.merge(counting.untilDay(i), -1, Integer::sum);
        }
        for (Presence.Share post : presence.posts()) {
            Timeline worked = post.dates().intersection(counting);
            for (int i = 0; i < worked.size(); i++) {
                fte.merge(worked.fromDay(i), post.fte(), BigDecimal::add);
                fte.merge(worked.untilDay(i), post.fte().negate(), BigDecimal::add);
            }
        }
        boolean there = presence.present().containsDay(first);
        if (named && (there || !counting.isEmpty())) {
            members.add(member(person, presence, counting));
        }
    }

    private Member member(EmployeeId person, Presence presence, Timeline counting) {
        boolean now = counting.containsDay(first);
        return new Member(
                person,
                now,
                counting.isEmpty() || now ? Optional.empty() : Optional.of(Timeline.date(counting.fromDay(0))),
                counting.isEmpty() || counting.untilDay(0) >= end
                        ? Optional.empty()
                        : Optional.of(Timeline.date(counting.untilDay(0))),
                presence.holding()
                        .intervalContainingDay(first)
                        .map(DateInterval::until)
                        .filter(until -> !until.equals(LocalDate.MAX)),
                presence.posts().stream()
                        .filter(post -> post.dates().containsDay(first))
                        .map(Presence.Share::fte)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What has been added up. */
    MinimumCover cover() {
        List<Step> steps = new ArrayList<>();
        int count = 0;
        BigDecimal share = BigDecimal.ZERO;
        heads.putIfAbsent(first, 0);
        fte.keySet().forEach(day -> heads.putIfAbsent(day, 0));
        for (int day : heads.keySet()) {
            count += heads.getOrDefault(day, 0);
            share = share.add(fte.getOrDefault(day, BigDecimal.ZERO));
            if (day < end) {
                steps.add(new Step(Timeline.date(day), count, share));
            }
        }
        return new MinimumCover(requirement, unit, required, steps, members);
    }
}
