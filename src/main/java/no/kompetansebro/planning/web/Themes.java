package no.kompetansebro.planning.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What requirements are about: a requirement is about the themes of all learning that can cover it, parts of programmes too. */
@Component
@Transactional(readOnly = true)
class Themes {

    private final Items items;
    private final AwardRules rules;
    private final Requirements requirements;

    Themes(Items items, AwardRules rules, Requirements requirements) {
        this.items = items;
        this.rules = rules;
        this.requirements = requirements;
    }

    /** The themes that some item has, those with names of ours first. */
    List<String> all() {
        return items.all().stream()
                .flatMap(item -> item.themes().stream())
                .distinct()
                .sorted(Comparator.comparing((String theme) -> !Words.NAMED_THEMES.contains(theme))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The requirements on people that are about the theme. */
    Set<RequirementCode> about(String theme) {
        List<Item> all = items.all();
        Programmes programmes = Programmes.of(all);
        Set<ItemCode> ofTheme = all.stream()
                .filter(item -> item.themes().contains(theme))
                .map(Item::code)
                .collect(Collectors.toSet());
        Set<CompetenceCode> given = rules.all().stream()
                .filter(rule -> areAny(programmes.expanded(rule.criterion()).allItems(), ofTheme))
                .map(AwardRule::competence)
                .collect(Collectors.toSet());
        return requirements.all().stream()
                .filter(each ->
                        each.demand() instanceof Requirement.OfPeople people && given.contains(people.competence()))
                .map(Requirement::code)
                .collect(Collectors.toSet());
    }

    private static boolean areAny(Collection<ItemCode> items, Set<ItemCode> among) {
        return items.stream().anyMatch(among::contains);
    }
}
