package no.kompetansebro.coverage;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.RequirementCode;

/** The rules as they are and as they would be, and which requirements of people may come out otherwise. */
record RulebookPair(Rulebook now, Rulebook supposed) {

    /** All that what one requirement asks depends on. */
    private record Basis(
            Optional<Requirement.Demand> demand,
            List<Object> validity,
            Optional<Competence> competence,
            Optional<Scale> scale,
            Set<AwardRule> rules,
            Map<ItemCode, Optional<BigDecimal>> hours) {}

    /** The requirements that are not judged alike by both. */
    Set<RequirementCode> differing() {
        Map<RequirementCode, Basis> before = bases(now);
        Map<RequirementCode, Basis> after = bases(supposed);
        Set<RequirementCode> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(code -> Optional.ofNullable(before.get(code)).equals(Optional.ofNullable(after.get(code))));
        return all;
    }

    /** The requirements that somebody may come to meet by the item. */
    Set<RequirementCode> coveredBy(ItemCode item) {
        Set<CompetenceCode> given = Stream.of(now, supposed)
                .flatMap(book -> book.awardRules().stream())
                .filter(rule -> rule.criterion().allItems().contains(item))
                .map(AwardRule::competence)
                .collect(Collectors.toSet());
        return ofPeople(demand -> given.contains(demand.competence()));
    }

    /** Every requirement of people in either. */
    Set<RequirementCode> all() {
        return ofPeople(_ -> true);
    }

    private Set<RequirementCode> ofPeople(Predicate<OfPeople> which) {
        return Stream.of(now, supposed)
                .flatMap(book -> book.requirements().stream())
                .filter(each -> each.demand() instanceof OfPeople demand && which.test(demand))
                .map(Requirement::code)
                .collect(Collectors.toSet());
    }

    /** The rules with only these of the requirements. */
    static Rulebook only(Set<RequirementCode> codes, Rulebook of) {
        return new Rulebook(
                of.units(),
                of.scales(),
                of.competences(),
                of.items(),
                of.awardRules(),
                of.requirements().stream()
                        .filter(each -> codes.contains(each.code()) && each.demand() instanceof OfPeople)
                        .toList());
    }

    private static Map<RequirementCode, Basis> bases(Rulebook book) {
        Map<ItemCode, Optional<BigDecimal>> hours =
                book.items().stream().collect(Collectors.toMap(Item::code, Item::hours));
        Map<RequirementCode, Basis> bases = new HashMap<>();
        for (Requirement requirement : book.requirements()) {
            if (requirement.demand() instanceof OfPeople demand) {
                bases.put(requirement.code(), basis(book, requirement, demand, hours));
            }
        }
        return bases;
    }

    private static Basis basis(
            Rulebook book, Requirement requirement, OfPeople demand, Map<ItemCode, Optional<BigDecimal>> hours) {
        Optional<Competence> competence = book.competences().stream()
                .filter(each -> each.code().equals(demand.competence()))
                .findAny();
        Set<AwardRule> rules = book.awardRules().stream()
                .filter(each -> each.competence().equals(demand.competence()))
                .collect(Collectors.toSet());
        Map<ItemCode, Optional<BigDecimal>> used = new HashMap<>();
        rules.stream()
                .flatMap(rule -> rule.criterion().allItems().stream())
                .forEach(item -> used.put(item, hours.getOrDefault(item, Optional.empty())));
        return new Basis(
                Optional.of(demand),
                List.of(
                        requirement.validFrom(),
                        requirement.validUntil(),
                        requirement.warningDays(),
                        requirement.category()),
                competence,
                book.scales().stream()
                        .filter(scale -> competence
                                .flatMap(Competence::scale)
                                .filter(scale.code()::equals)
                                .isPresent())
                        .findAny(),
                rules,
                used);
    }
}
