package no.kompetansebro.coverage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.shared.LocalizedName;

/** Which rows of a summary a pair belongs to, by the employment that makes the employee subject and the requirement. */
interface Rows {

    /** The key of the row; empty where it belongs to none. */
    Optional<String> key(Employment employment, Requirement requirement);

    /** What the row is called. */
    LocalizedName name(String key);

    /** Rows that are there even without pairs. */
    default List<String> fixed() {
        return List.of();
    }

    /** The rows of the kind; by unit they are those below the unit, or the topmost ones of {@code seen}. */
    static Rows by(By by, Rules rules, Optional<UnitCode> unit, Set<UnitCode> seen) {
        return switch (by) {
            case UNIT -> ByUnit.of(rules.units(), unit, seen);
            case REQUIREMENT -> new ByRequirement(rules);
            case COMPETENCE -> new ByCompetence(rules);
            case POSITION -> new ByPosition();
            case CATEGORY -> new ByCategory();
            case LEADER_LEVEL -> new ByLeaderLevel();
        };
    }

    /** By unit: each with all below it. */
    record ByUnit(SortedMap<String, Unit> units, Map<UnitCode, String> rowOf) implements Rows {

        static ByUnit of(UnitTree tree, Optional<UnitCode> unit, Set<UnitCode> seen) {
            SortedMap<String, Unit> rows = new TreeMap<>();
            Map<UnitCode, String> rowOf = new HashMap<>();
            for (Unit row : unit.map(tree::children).orElseGet(() -> topmost(tree, seen))) {
                if (seen.contains(row.code())) {
                    rows.put(row.code().value(), row);
                    tree.within(row.code())
                            .forEach(below -> rowOf.put(below, row.code().value()));
                }
            }
            return new ByUnit(rows, rowOf);
        }

        private static List<Unit> topmost(UnitTree tree, Set<UnitCode> seen) {
            return tree.all().stream()
                    .filter(u -> seen.contains(u.code()))
                    .filter(u -> u.parent().filter(seen::contains).isEmpty())
                    .toList();
        }

        @Override
        public Optional<String> key(Employment employment, Requirement requirement) {
            return Optional.ofNullable(rowOf.get(employment.unit()));
        }

        @Override
        public LocalizedName name(String key) {
            return LocalizedName.of(
                    Optional.ofNullable(units.get(key)).map(Unit::name).orElse(key));
        }

        @Override
        public List<String> fixed() {
            return units.values().stream()
                    .filter(u -> u.endedOn().isEmpty())
                    .map(u -> u.code().value())
                    .toList();
        }
    }

    /** By requirement. */
    record ByRequirement(Map<String, LocalizedName> names) implements Rows {

        ByRequirement(Rules rules) {
            this(new LinkedHashMap<>());
            rules.requirements().values().forEach(r -> names.put(r.code().value(), r.name()));
        }

        @Override
        public Optional<String> key(Employment employment, Requirement requirement) {
            return Optional.of(requirement.code().value());
        }

        @Override
        public LocalizedName name(String key) {
            return names.getOrDefault(key, LocalizedName.of(key));
        }
    }

    /** By the competence that the requirement asks for. */
    record ByCompetence(Rules rules, Map<String, LocalizedName> names) implements Rows {

        ByCompetence(Rules rules) {
            this(rules, new LinkedHashMap<>());
            for (Competence competence : rules.competences().values()) {
                names.put(competence.code().value(), competence.name());
            }
        }

        @Override
        public Optional<String> key(Employment employment, Requirement requirement) {
            return rules.competence(requirement).map(c -> c.code().value());
        }

        @Override
        public LocalizedName name(String key) {
            return names.getOrDefault(key, LocalizedName.of(key));
        }
    }

    /** By position code; {@link RowNames#titled} knows what it is called. */
    record ByPosition() implements Rows {

        @Override
        public Optional<String> key(Employment employment, Requirement requirement) {
            return Optional.of(employment.position());
        }

        @Override
        public LocalizedName name(String key) {
            return LocalizedName.of(key);
        }
    }

    /** By category; the name is the category's code, for a page to put into words. */
    record ByCategory() implements Rows {

        @Override
        public Optional<String> key(Employment employment, Requirement requirement) {
            return Optional.of(requirement.category().name());
        }

        @Override
        public LocalizedName name(String key) {
            return LocalizedName.of(key);
        }
    }

    /** By leader level; no level has the key "". */
    record ByLeaderLevel() implements Rows {

        @Override
        public Optional<String> key(Employment employment, Requirement requirement) {
            return Optional.of(employment.leaderLevel().orElse(""));
        }

        @Override
        public LocalizedName name(String key) {
            return LocalizedName.of(key);
        }
    }
}
