package no.kompetansebro.training.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the catalogue uses its items. */
@Component
class ItemUses {

    private final Items items;
    private final AwardRules rules;
    private final Requirements requirements;

    ItemUses(Items items, AwardRules rules, Requirements requirements) {
        this.items = items;
        this.rules = rules;
        this.requirements = requirements;
    }

    /** As it is recorded now. */
    @Transactional(readOnly = true)
    public Uses current() {
        return new Uses(items.all(), rules.all(), requirements.all());
    }

    /** The catalogue as far as it is about items. */
    static final class Uses {

        private final List<Item> items;
        private final List<Requirement> requirements;
        private final Programmes programmes;
        private final Map<ItemCode, List<Item>> containing = new HashMap<>();
        private final Map<ItemCode, List<AwardRule>> naming = new HashMap<>();
        private final List<AwardRule> rules;

        Uses(List<Item> items, List<AwardRule> rules, List<Requirement> requirements) {
            this.items = items;
            this.rules = rules;
            this.requirements = requirements;
            this.programmes = Programmes.of(items);
            items.forEach(item -> item.composition()
                    .parts()
                    .forEach(part -> containing
                            .computeIfAbsent(part, _ -> new ArrayList<>())
                            .add(item)));
            rules.forEach(rule -> rule.criterion()
                    .allItems()
                    .forEach(item ->
                            naming.computeIfAbsent(item, _ -> new ArrayList<>()).add(rule)));
        }

        List<Item> items() {
            return items;
        }

        /** The item with the code, if there is one. */
        Optional<Item> item(String code) {
            return items.stream()
                    .filter(item -> item.code().value().equals(code))
                    .findFirst();
        }

        /** The programmes that have the item as a part. */
        List<Item> programmes(ItemCode item) {
            return containing.getOrDefault(item, List.of());
        }

        /** The programmes that replace the item. */
        List<Item> replacing(ItemCode item) {
            return items.stream()
                    .filter(each ->
                            each.composition().replaces().filter(item::equals).isPresent())
                    .toList();
        }

        /** The award rules that name the item itself. */
        List<AwardRule> rules(ItemCode item) {
            return naming.getOrDefault(item, List.of());
        }

        /** Every requirement whose coverage the item can change, alone or with others, as a part or an earlier version too. */
        List<Requirement> concerned(ItemCode item) {
            Set<CompetenceCode> given = rules.stream()
                    .filter(rule -> looksAt(rule.criterion(), item))
                    .map(AwardRule::competence)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return requirements.stream()
                    .filter(requirement -> switch (requirement.demand()) {
                        case Requirement.OfPeople people -> given.contains(people.competence());
                        case Requirement.OfUnitMinimum minimum -> given.contains(minimum.competence());
                        case Requirement.OfUnits units -> looksAt(units.criterion(), item);
                    })
                    .toList();
        }

        private boolean looksAt(Criterion criterion, ItemCode item) {
            return programmes.expanded(criterion).allItems().contains(item);
        }

        /** The requirements themselves name the item: duties of units. */
        List<Requirement> duties(ItemCode item) {
            return requirements.stream()
                    .filter(requirement -> requirement.demand() instanceof Requirement.OfUnits units
                            && units.criterion().allItems().contains(item))
                    .toList();
        }

        /** Every theme that some item has, after the two that have names of ours. */
        List<String> themes() {
            Set<String> themes = new LinkedHashSet<>(Words.NAMED_THEMES);
            items.stream().flatMap(item -> item.themes().stream()).sorted().forEach(themes::add);
            return List.copyOf(themes);
        }

        /** A code that no item has yet: of the next version of the item. */
        String nextCode(ItemCode item) {
            String stem = item.value().replaceFirst("-v[0-9]{1,3}$", "");
            for (int version = 2; ; version++) {
                String code = stem + "-v" + version;
                if (item(code).isEmpty()) {
                    return code;
                }
            }
        }
    }
}
