package no.kompetansebro.coverage.recalculation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Engine;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.figures.Layout;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.RequirementCode;

/**
 * The rulebook at a version, with the numbers of its requirements of people and of its units. Made once for each version.
 */
public final class RulesInForce {

    private final long version;
    private final UnitTree units;
    private final Rulebook rulebook;
    private final Engine engine;
    private final Map<RequirementCode, Integer> requirements = new LinkedHashMap<>();
    private final Map<UnitCode, Integer> unitNumbers;
    private final Layout layout;

    RulesInForce(
            long version,
            UnitTree units,
            Rulebook rulebook,
            Map<RequirementCode, Integer> requirements,
            Map<UnitCode, Integer> unitNumbers) {
        this.version = version;
        this.units = units;
        this.rulebook = rulebook;
        this.engine = new Engine(rulebook);
        this.requirements.putAll(requirements);
        this.unitNumbers = Map.copyOf(unitNumbers);
        this.layout = layout(scopes());
    }

    private List<BitSet> scopes() {
        List<BitSet> scopes = new ArrayList<>();
        scopes.add(all());
        scopes.add(ofCategories(Set.of(Category.STATUTORY, Category.MANDATORY)));
        for (Category category : Category.values()) {
            scopes.add(ofCategories(Set.of(category)));
        }
        scopes.addAll(byCompetence().values());
        return scopes;
    }

    /** A layout that knows these sets. */
    Layout layout(Collection<BitSet> sets) {
        int highest = requirements.values().stream().mapToInt(n -> n).max().orElse(-1);
        return new Layout(
                highest + 1, sets.stream().filter(set -> set.cardinality() > 1).toList());
    }

    /** The layout of summed-up figures. */
    Layout layout() {
        return layout;
    }

    long version() {
        return version;
    }

    /** Today's units. */
    public UnitTree units() {
        return units;
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    public Engine engine() {
        return engine;
    }

    /** The units that minimums name, with all below them. */
    public Set<UnitCode> unitsOfMinimums() {
        return rulebook.requirements().stream()
                .flatMap(requirement -> requirement.demand() instanceof OfUnitMinimum minimum
                        ? minimum.units().stream()
                        : Stream.empty())
                .flatMap(unit -> units.within(unit).stream())
                .collect(Collectors.toSet());
    }

    int number(RequirementCode requirement) {
        return Objects.requireNonNull(requirements.get(requirement));
    }

    int number(UnitCode unit) {
        return Objects.requireNonNull(unitNumbers.get(unit));
    }

    /** The numbers of the units. */
    BitSet numbers(Collection<UnitCode> of) {
        BitSet numbers = new BitSet();
        of.forEach(unit -> numbers.set(number(unit)));
        return numbers;
    }

    /** Every requirement of people. */
    public BitSet all() {
        BitSet all = new BitSet();
        requirements.values().forEach(all::set);
        return all;
    }

    /** The requirement alone; nothing where it is none of people. */
    public BitSet only(RequirementCode requirement) {
        BitSet only = new BitSet();
        Optional.ofNullable(requirements.get(requirement)).ifPresent(only::set);
        return only;
    }

    /** The requirements of the categories. */
    public BitSet ofCategories(Set<Category> categories) {
        BitSet set = new BitSet();
        ofPeople().stream()
                .filter(requirement -> categories.contains(requirement.category()))
                .forEach(requirement -> set.set(number(requirement.code())));
        return set;
    }

    /** The requirements by the competence that they ask for. */
    public Map<CompetenceCode, BitSet> byCompetence() {
        Map<CompetenceCode, BitSet> by = new LinkedHashMap<>();
        for (Requirement requirement : ofPeople()) {
            if (requirement.demand() instanceof OfPeople demand) {
                by.computeIfAbsent(demand.competence(), _ -> new BitSet()).set(number(requirement.code()));
            }
        }
        return by;
    }

    /** The requirements of people, in the order of the catalogue. */
    public List<Requirement> ofPeople() {
        return rulebook.requirements().stream()
                .filter(requirement -> requirements.containsKey(requirement.code()))
                .toList();
    }
}
