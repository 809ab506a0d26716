package no.kompetansebro.planning.whatif;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.coverage.Supposed;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.PeopleByName;
import no.kompetansebro.requirement.Requirement;
import org.springframework.stereotype.Component;

/** Names those for whom a scenario makes a difference, as far as the viewer may see their names. */
@Component
class TurnedPeople {

    private static final int MOST = 200;
    private static final String EXPLANATION = "/forklaring";

    private final PeopleByName people;

    TurnedPeople(PeopleByName people) {
        this.people = people;
    }

    List<Effect.Person> of(Effects.Asked asked, Supposed supposed, Words words) {
        Map<EmployeeId, Employee> names = names(asked, supposed);
        return turned(supposed)
                .filter(pair -> names.containsKey(pair.employee()))
                .sorted(Comparator.comparing((PairTwice pair) -> name(names, pair))
                        .thenComparing(PairTwice::requirement))
                .limit(MOST)
                .map(pair -> person(asked, supposed, pair, names, words))
                .toList();
    }

    /** How many are not listed; empty where all are. */
    String unnamed(Effects.Asked asked, Supposed supposed, Words words) {
        long all = turned(supposed).count();
        Map<EmployeeId, Employee> names = names(asked, supposed);
        long named = turned(supposed)
                .filter(pair -> names.containsKey(pair.employee()))
                .limit(MOST)
                .count();
        return all > named ? words.text("planning.whatif.unnamed", all - named) : "";
    }

    /** A warning more or less turns nobody. */
    private static Stream<PairTwice> turned(Supposed supposed) {
        return supposed.turned().stream()
                .filter(pair -> pair.then().isEmpty()
                        || pair.now().isEmpty()
                        || pair.then().get().isCovered() != pair.now().get().isCovered()
                        || pair.then().get().isGap() != pair.now().get().isGap());
    }

    private Map<EmployeeId, Employee> names(Effects.Asked asked, Supposed supposed) {
        return people.seenBy(
                asked.viewer(),
                turned(supposed).map(PairTwice::employee).collect(Collectors.toSet()),
                asked.asOf().today());
    }

    private static String name(Map<EmployeeId, Employee> names, PairTwice pair) {
        return PeopleByName.name(Objects.requireNonNull(names.get(pair.employee())));
    }

    private static Effect.Person person(
            Effects.Asked asked, Supposed supposed, PairTwice pair, Map<EmployeeId, Employee> names, Words words) {
        Requirement requirement = supposed.requirements().get(pair.requirement());
        return new Effect.Person(
                name(names, pair),
                requirement == null ? pair.requirement().value() : words.name(requirement.name()),
                pair.then().map(status -> StatusView.of(status, words)),
                pair.now().map(status -> StatusView.of(status, words)),
                pair.then().isEmpty()
                        ? ""
                        : asked.asOf()
                                .link(
                                        EXPLANATION,
                                        Map.of(
                                                "krav", pair.requirement().value(),
                                                "ansatt", pair.employee().toString())));
    }
}
