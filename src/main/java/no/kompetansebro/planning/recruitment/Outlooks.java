package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.organisation.Staffing;
import no.kompetansebro.organisation.Staffings;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.EducationSupply;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what bears on recruitment in a unit with all below it, or in the whole employer. */
@Component("recruitmentOutlooks")
@Transactional(readOnly = true)
class Outlooks {

    private final Units units;
    private final Staffings staffings;
    private final NeedPlans plans;
    private final RetirementAges ages;
    private final ObjectProvider<EducationSupply> education;

    Outlooks(
            Units units,
            Staffings staffings,
            NeedPlans plans,
            RetirementAges ages,
            ObjectProvider<EducationSupply> education) {
        this.units = units;
        this.staffings = staffings;
        this.plans = plans;
        this.ages = ages;
        this.education = education;
    }

    /**
     * What bears on it.
     *
     * @param withoutBirthYear how many of the people have none, and so never retire
     * @param below what the units below need by plans of their own, by position and year
     * @param educated how many are expected to have been educated, by position and year
     */
    record Outlook(
            Horizon horizon,
            NeedPlan plan,
            RetirementAges.RetirementAge age,
            Assumptions assumptions,
            List<Departures> departures,
            long withoutBirthYear,
            Map<String, Map<Integer, Integer>> below,
            Map<String, Map<Integer, Integer>> educated) {}

    Outlook of(Viewer viewer, Optional<UnitCode> unit, LocalDate date) {
        UnitTree tree = units.tree();
        Collection<UnitCode> area = unit.<Collection<UnitCode>>map(tree::within)
                .orElseGet(() -> tree.all().stream().map(Unit::code).toList());
        Horizon horizon = new Horizon(date);
        List<Staffing> staff = staffings.on(date, area);
        RetirementAges.RetirementAge age = ages.current();
        Assumptions assumptions = assumptions(unit, tree, age);
        return new Outlook(
                horizon,
                plans.of(unit),
                age,
                assumptions,
                Departures.of(staff, horizon, assumptions),
                staff.stream()
                        .filter(each -> each.birthYear().isEmpty())
                        .mapToLong(Staffing::people)
                        .sum(),
                plans.needsOf(area.stream()
                        .filter(each -> unit.filter(each::equals).isEmpty())
                        .toList()),
                educated(viewer, unit.isEmpty() ? Optional.empty() : Optional.of(area), date));
    }

    /** What a unit does not say of turnover, the next unit above says, at last the employer. */
    private Assumptions assumptions(Optional<UnitCode> unit, UnitTree tree, RetirementAges.RetirementAge age) {
        List<Optional<UnitCode>> fromAbove = new ArrayList<>(List.of(Optional.empty()));
        unit.ifPresent(code -> tree.path(code).reversed().forEach(each -> fromAbove.add(Optional.of(each.code()))));
        Map<String, BigDecimal> turnover = new HashMap<>();
        fromAbove.forEach(each -> turnover.putAll(plans.of(each).turnover()));
        BigDecimal otherwise =
                Optional.ofNullable(turnover.remove(NeedPlan.OTHERS)).orElse(BigDecimal.ZERO);
        return new Assumptions(age.age(), turnover, otherwise);
    }

    private Map<String, Map<Integer, Integer>> educated(
            Viewer viewer, Optional<Collection<UnitCode>> area, LocalDate date) {
        Map<String, Map<Integer, Integer>> educated = new HashMap<>();
        education.stream()
                .flatMap(each -> each.expected(viewer, date).stream())
                .filter(each -> area.map(
                                within -> each.unit().filter(within::contains).isPresent())
                        .orElse(true))
                .filter(each -> !each.expectedOn().isBefore(date))
                .forEach(each -> each.position()
                        .ifPresent(position -> educated.computeIfAbsent(position, _ -> new HashMap<>())
                                .merge(each.expectedOn().getYear(), 1, Integer::sum)));
        return educated;
    }
}
