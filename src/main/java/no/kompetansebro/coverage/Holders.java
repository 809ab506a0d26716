package no.kompetansebro.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Ways;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;

/** Finds who holds what a requirement asks for, whether or not it binds them. */
@Component
public class Holders {

    private final RememberedObligations recorded;
    private final EmployerCalendar calendar;
    private final RulesBook rules;

    Holders(RememberedObligations recorded, EmployerCalendar calendar, RulesBook rules) {
        this.recorded = recorded;
        this.calendar = calendar;
        this.rules = rules;
    }

    /**
     * Somebody who holds it on a date and works on it.
     *
     * @param heldUntil the first date on which it is no longer held; empty for ever
     * @param fte percent of a full position worked on the date, without what is on leave
     */
    public record Holder(EmployeeId employee, Optional<LocalDate> heldUntil, BigDecimal fte) {}

    /**
     * Those whom the viewer may see by name, by employee number, with work in the unit where one is given. For competences that
     * few have: it judges all who have learned anything that gives it.
     */
    public List<Holder> of(Viewer viewer, Optional<UnitCode> unit, RequirementCode requirement, LocalDate asOf) {
        RulesInForce now = rules.current();
        Ways ways = now.engine().ways();
        Sight sight = Sight.of(viewer, unit, now.units(), calendar.today());
        Selection people = Sight.selection(viewer, unit, now.units())
                .and(Selection.mayHold(
                        ways.items(requirement),
                        ways.competence(requirement).stream().toList()));
        List<Holder> holders = new ArrayList<>();
        recorded.read(people, moment -> {
            moment.people(person -> {
                if (sight.names(person)) {
                    holder(person, moment.rules(), sight, requirement, asOf).ifPresent(holders::add);
                }
                return true;
            });
            return true;
        });
        return holders;
    }

    private static Optional<Holder> holder(
            Obliged person, Rules rules, Sight sight, RequirementCode requirement, LocalDate asOf) {
        List<Employment> work = person.person().employments().stream()
                .filter(each -> each.dates().contains(asOf) && !each.leave().contains(asOf))
                .filter(each -> sight.counts(person.id(), each))
                .toList();
        return work.isEmpty()
                ? Optional.empty()
                : rules.engine()
                        .holding(person.person(), requirement, asOf)
                        .intervalContaining(asOf)
                        .map(DateInterval::until)
                        .map(until -> new Holder(
                                person.id(),
                                Optional.of(until).filter(each -> !each.equals(LocalDate.MAX)),
                                work.stream().map(Employment::fte).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
