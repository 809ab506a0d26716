package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Obligations.Moment;
import no.kompetansebro.coverage.engine.Presence;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Minimums over time: when they fall, who carries them, who could (coverage.md section 9). */
@Component
public class MinimumCovers {

    private final RememberedObligations recorded;
    private final ObjectProvider<PlannedLearning> planned;
    private final EmployerCalendar calendar;
    private final RulesBook rules;

    MinimumCovers(
            RememberedObligations recorded,
            ObjectProvider<PlannedLearning> planned,
            EmployerCalendar calendar,
            RulesBook rules) {
        this.recorded = recorded;
        this.planned = planned;
        this.calendar = calendar;
        this.rules = rules;
    }

    /**
     * The minimums in force on the first of the dates, of the units that the viewer may see, within the unit where one is
     * given; by requirement and unit.
     *
     * @param withPlanned whether what is planned is achieved; else nothing after the first date is
     */
    public List<MinimumCover> of(Viewer viewer, DateInterval dates, Optional<UnitCode> unit, boolean withPlanned) {
        RulesInForce now = rules.current();
        Sight sight = Sight.of(viewer, unit, now.units(), calendar.today());
        Selection people = Sight.selection(viewer, unit, now.units()).and(Selection.alsoIn(now.unitsOfMinimums()));
        Obligations obligations = withPlanned ? new PlannedObligations(recorded, planned, calendar) : recorded;
        LocalDate knownOn = withPlanned ? dates.until() : dates.from();
        return obligations.read(people, moment -> covers(moment, sight, dates, knownOn));
    }

    private record Key(String requirement, UnitCode unit) {}

    private static List<MinimumCover> covers(Moment moment, Sight sight, DateInterval dates, LocalDate knownOn) {
        Map<Key, CoverOverTime> covers = new LinkedHashMap<>();
        Set<UnitCode> seen = sight.units(moment.rules().units());
        UnitStandings.openMinimums(moment.rules(), dates.from())
                .filter(each -> seen.contains(each.unit()))
                .forEach(each -> covers.put(
                        new Key(each.requirement().value(), each.unit()),
                        new CoverOverTime(each.requirement(), each.unit(), each.required(), dates)));
        moment.people(person -> {
            boolean named = sight.names(person);
            for (Presence presence : moment.rules().engine().presences(person.person(), dates, knownOn)) {
                CoverOverTime cover = covers.get(new Key(presence.requirement().value(), presence.unit()));
                if (cover != null) {
                    cover.add(person.id(), presence, named);
                }
            }
            return true;
        });
        List<MinimumCover> done = new ArrayList<>();
        covers.values().forEach(each -> done.add(each.cover()));
        done.sort(Comparator.comparing(MinimumCover::requirement).thenComparing(MinimumCover::unit));
        return done;
    }
}
