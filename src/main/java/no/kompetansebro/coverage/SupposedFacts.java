package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Engine;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Outlook;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;

/** People as suppositions would have them. Keeps who would learn; for one question. */
final class SupposedFacts {

    private final List<Supposition> suppositions;
    private final RulebookPair books;
    private final Set<RequirementCode> affected;
    private final Outlook outlook;
    private final Engine supposedEngine;
    private final LocalDate today;
    private final Map<Integer, List<EmployeeId>> learners = new HashMap<>();

    SupposedFacts(RulebookPair books, List<Supposition> suppositions, LocalDate today) {
        this.books = books;
        this.suppositions = List.copyOf(suppositions);
        this.today = today;
        this.affected = affected(books, suppositions);
        this.supposedEngine = new Engine(RulebookPair.only(judged(), books.supposed()));
        this.outlook = new Outlook(books.supposed(), supposedEngine);
    }

    /** The requirements that may come out otherwise. */
    Set<RequirementCode> affected() {
        return affected;
    }

    /** By the supposed rules, of what is affected or asked about on the way. */
    Engine supposedEngine() {
        return supposedEngine;
    }

    Map<Integer, List<EmployeeId>> learners() {
        return learners;
    }

    private Set<RequirementCode> judged() {
        Set<RequirementCode> judged = new HashSet<>(affected);
        for (Supposition each : suppositions) {
            if (each instanceof Supposition.Learning learning) {
                learning.lacking().ifPresent(judged::add);
            }
        }
        return judged;
    }

    private static Set<RequirementCode> affected(RulebookPair books, List<Supposition> suppositions) {
        Set<RequirementCode> affected = new HashSet<>();
        for (Supposition each : suppositions) {
            affected.addAll(
                    switch (each) {
                        case Supposition.Learning learning -> books.coveredBy(learning.item());
                        case Supposition.Ending _ -> books.all();
                        case Supposition.Ruling _ -> books.differing();
                    });
        }
        return affected;
    }

    /** Whom it may concern, at least. */
    Selection concerned(UnitTree units) {
        Selection concerned = Selection.NOBODY;
        Set<UnitCode> within = new HashSet<>();
        Set<EmployeeNumber> numbers = new HashSet<>();
        for (Supposition each : suppositions) {
            switch (bound(each)) {
                case TargetGroup.InUnit(var unit) -> within.addAll(units.within(unit));
                case TargetGroup.Employees(var named) -> numbers.addAll(named);
                default -> {
                    return Selection.EVERYBODY;
                }
            }
        }
        concerned = within.isEmpty() ? concerned : Selection.alsoIn(within);
        return numbers.isEmpty() ? concerned : concerned.or(Selection.numbered(numbers));
    }

    private static TargetGroup bound(Supposition of) {
        return switch (of) {
            case Supposition.Learning learning -> bound(learning.who());
            case Supposition.Ending ending -> bound(ending.who());
            case Supposition.Ruling _ -> TargetGroup.EVERYONE;
        };
    }

    /** Of a group that must be several things at once the one that narrows it most. */
    private static TargetGroup bound(TargetGroup group) {
        if (!(group instanceof TargetGroup.All(var of))) {
            return group;
        }
        return of.stream()
                .filter(TargetGroup.Employees.class::isInstance)
                .findFirst()
                .or(() ->
                        of.stream().filter(TargetGroup.InUnit.class::isInstance).findFirst())
                .orElse(TargetGroup.EVERYONE);
    }

    /** The person as supposed; the same person where nothing is supposed of them. */
    Person of(EmployeeId id, Person person) {
        Person supposed = person;
        for (int i = 0; i < suppositions.size(); i++) {
            if (suppositions.get(i) instanceof Supposition.Ending ending) {
                supposed = ended(ending, supposed);
            }
        }
        for (int i = 0; i < suppositions.size(); i++) {
            if (suppositions.get(i) instanceof Supposition.Learning learning && learns(learning, supposed)) {
                learners.computeIfAbsent(i, _ -> new ArrayList<>()).add(id);
                supposed = supposed.with(
                        PlannedObligations.after(today, List.of(Result.planned(learning.item(), learning.on()))));
            }
        }
        return supposed;
    }

    private Person ended(Supposition.Ending ending, Person person) {
        Person without = outlook.withoutPosts(ending.who(), person, ending.on());
        return without.employments().equals(person.employments()) ? person : without;
    }

    private boolean learns(Supposition.Learning learning, Person person) {
        return outlook.in(learning.who(), person).contains(learning.on())
                && learning.lacking()
                        .map(requirement -> lacks(requirement, person, learning.on()))
                        .orElse(true);
    }

    private boolean lacks(RequirementCode requirement, Person person, LocalDate on) {
        return obligations(person)
                .filter(each -> each.requirement().equals(requirement))
                .flatMap(each -> each.on(on).stream())
                .anyMatch(standing -> standing.status().isGap());
    }

    private Stream<Obligation> obligations(Person person) {
        return supposedEngine.obligations(person).stream();
    }

    boolean changesRules() {
        return !books.now().equals(books.supposed());
    }
}
