package no.kompetansebro.lms.enrolling;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** What can be chosen to close the gaps of a requirement: courses and people. */
@Component
class EnrolmentChoices {

    private final Coverage coverage;
    private final Lexicons lexicons;
    private final Employees employees;
    private final CoveringItems covering;
    private final Enrolments enrolments;

    EnrolmentChoices(
            Coverage coverage, Lexicons lexicons, Employees employees, CoveringItems covering, Enrolments enrolments) {
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.employees = employees;
        this.covering = covering;
        this.enrolments = enrolments;
    }

    /**
     * What is shown.
     *
     * @param more whether more people lack it than are shown
     */
    record Shown(
            String requirement,
            String unit,
            List<Choice> items,
            List<Choice> people,
            boolean more,
            String shown,
            String back) {}

    /** Something to tick. */
    record Choice(String value, String text, String note, boolean ticked) {}

    /** Empty where there is no such requirement or unit for the viewer. */
    Optional<Shown> of(Viewer viewer, AsOf asOf, RequirementCode requirement, Optional<UnitCode> unit, Words words) {
        Lexicon lexicon = lexicons.current();
        boolean there = lexicon.requirements().containsKey(requirement)
                && unit.map(code ->
                                viewer.sees(code) && lexicon.units().unit(code).isPresent())
                        .orElse(true);
        return there ? Optional.of(shown(viewer, asOf, requirement, unit, lexicon, words)) : Optional.empty();
    }

    private Shown shown(
            Viewer viewer,
            AsOf asOf,
            RequirementCode requirement,
            Optional<UnitCode> unit,
            Lexicon lexicon,
            Words words) {
        List<Pair> gaps = coverage.pairs(
                viewer,
                new Question(asOf.date(), unit, Optional.of(requirement), Optional.empty(), gap(), Set.of()),
                Optional.empty(),
                Enrolments.MOST_PEOPLE + 1);
        List<ItemCode> items = enrolments.possible(covering.of(requirement));
        List<Choice> people = people(gaps.stream().limit(Enrolments.MOST_PEOPLE).toList(), words);
        return new Shown(
                lexicon.name(requirement, words),
                unit.map(lexicon::name).orElse(""),
                items.stream()
                        .map(code -> item(code, items.size() == 1, lexicon, words))
                        .toList(),
                people,
                gaps.size() > Enrolments.MOST_PEOPLE,
                words.number(people.size()),
                asOf.link(
                        viewer.plans() ? "/planlegging/gap" : "/min-enhet",
                        Map.of("enhet", unit.map(UnitCode::value).orElse(""), "krav", requirement.value())));
    }

    private static Set<Status> gap() {
        return EnumSet.of(Status.DUE, Status.EXPIRED, Status.OVERDUE);
    }

    private static Choice item(ItemCode code, boolean only, Lexicon lexicon, Words words) {
        Item item = lexicon.items().get(code);
        return new Choice(code.value(), item == null ? code.value() : words.name(item.name()), "", only);
    }

    private List<Choice> people(List<Pair> gaps, Words words) {
        Map<EmployeeId, Employee> known =
                employees.find(gaps.stream().map(Pair::employeeId).toList());
        return gaps.stream()
                .flatMap(pair -> Optional.ofNullable(known.get(pair.employeeId())).stream()
                        .map(employee -> new Choice(
                                employee.id().toString(),
                                employee.name(),
                                employee.number().value() + " – " + words.status(pair.status()),
                                true)))
                .toList();
    }
}
