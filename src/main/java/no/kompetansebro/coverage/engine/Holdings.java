package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;

/**
 * Every holding that some requirement asks for, numbered, each once; and of the facts, those that bear on them. Filled
 * while the engine is made.
 */
final class Holdings {

    private record Key(CompetenceCode competence, int rank) {}

    private final Levels levels;
    private final List<AwardRule> awardRules;
    private final Map<ItemCode, BigDecimal> nominalHours = new HashMap<>();
    private final Set<ItemCode> madeOfParts = new HashSet<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Holding> holdings = new ArrayList<>();
    private final Set<ItemCode> items = new HashSet<>();
    private final Set<CompetenceCode> competences = new HashSet<>();

    Holdings(Levels levels, List<AwardRule> awardRules, List<Item> all) {
        this.levels = levels;
        this.awardRules = awardRules;
        for (Item item : all) {
            nominalHours.put(item.code(), item.hours().orElse(BigDecimal.ZERO));
            if (!item.composition().parts().isEmpty()) {
                madeOfParts.add(item.code());
            }
        }
    }

    /** The number of the holding of the competence at the level. */
    int number(CompetenceCode competence, Optional<String> level) {
        return numbers.computeIfAbsent(key(competence, level), this::add);
    }

    /** The number of the holding that the criterion alone gives. */
    int number(Criterion criterion) {
        return add(List.of(criterion), Optional.empty());
    }

    private int add(Key key) {
        competences.add(key.competence());
        List<Criterion> criteria = rules(key).stream().map(AwardRule::criterion).toList();
        Holding.Direct direct = new Holding.Direct(key.competence(), key.rank(), levels.validity(key.competence()));
        return add(criteria, Optional.of(direct));
    }

    private int add(List<Criterion> criteria, Optional<Holding.Direct> direct) {
        Set<ItemCode> looksAt = new LinkedHashSet<>();
        criteria.forEach(criterion -> collect(criterion, looksAt));
        items.addAll(looksAt);
        holdings.add(new Holding(criteria, looksAt, direct));
        return holdings.size() - 1;
    }

    /** The award rules that give the competence at the level. */
    List<AwardRule> rules(CompetenceCode competence, Optional<String> level) {
        return rules(key(competence, level));
    }

    private List<AwardRule> rules(Key key) {
        return awardRules.stream()
                .filter(rule -> rule.competence().equals(key.competence()))
                .filter(rule -> levels.rank(rule.competence(), rule.level()) >= key.rank())
                .toList();
    }

    private Key key(CompetenceCode competence, Optional<String> level) {
        return new Key(competence, levels.requiredRank(competence, level));
    }

    private static void collect(Criterion criterion, Set<ItemCode> items) {
        switch (criterion) {
            case Criterion.Achieved achieved -> items.add(achieved.item());
            case Criterion.All(var of) -> of.forEach(each -> collect(each, items));
            case Criterion.Any(var of) -> of.forEach(each -> collect(each, items));
            case Criterion.AtLeast(int _, var of) -> of.forEach(each -> collect(each, items));
            case Criterion.Hours hours -> items.addAll(hours.items());
        }
    }

    int size() {
        return holdings.size();
    }

    Holding get(int number) {
        return holdings.get(number);
    }

    /** The hours that a result without hours of its own gives. */
    BigDecimal nominalHours(ItemCode item) {
        return nominalHours.getOrDefault(item, BigDecimal.ZERO);
    }

    /** Whether the item is a programme with parts: these are what one takes, not the programme. */
    boolean isMadeOfParts(ItemCode item) {
        return madeOfParts.contains(item);
    }

    /** Whether it is a declaration of the competence, at the level or higher, that awaits attestation. */
    boolean isDeclared(Evidence evidence, Holding.Direct direct) {
        return evidence.kind() == Evidence.Kind.DECLARATION
                && evidence.competence().equals(direct.competence())
                && levels.rank(direct.competence(), evidence.level()) >= direct.rank();
    }

    /** The facts that some holding looks at; declarations are no holding. */
    Ledger ledger(List<Result> results, List<Evidence> evidence) {
        Ledger ledger = new Ledger();
        for (Result result : results) {
            if (items.contains(result.item())) {
                ledger.add(Achievement.of(result, nominalHours(result.item())));
            }
        }
        for (Evidence each : evidence) {
            if (each.kind() != Evidence.Kind.DECLARATION && competences.contains(each.competence())) {
                ledger.add(Proof.of(each, levels.rank(each.competence(), each.level())));
            }
        }
        return ledger.inOrder();
    }
}
