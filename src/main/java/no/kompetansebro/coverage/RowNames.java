package no.kompetansebro.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the rows of a summary that are not units are called. */
@Component
@Transactional(readOnly = true)
class RowNames {

    private final JdbcClient jdbc;

    RowNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key of the row of the requirement. */
    static String key(By by, Requirement requirement) {
        return switch (by) {
            case COMPETENCE ->
                requirement.demand() instanceof OfPeople demand
                        ? demand.competence().value()
                        : requirement.code().value();
            case CATEGORY -> requirement.category().name();
            case REQUIREMENT, UNIT, POSITION, LEADER_LEVEL -> requirement.code().value();
        };
    }

    /** The unit's name, or its code. */
    static LocalizedName unit(RulesInForce rules, UnitCode code) {
        return LocalizedName.of(rules.units().unit(code).map(Unit::name).orElse(code.value()));
    }

    /** The rows with their names; where nothing has a name, its key. */
    List<SummaryRow> named(By by, RulesInForce rules, SortedMap<String, Figures> rows) {
        Map<String, LocalizedName> names = names(by, rules, rows.keySet());
        return rows.entrySet().stream()
                .map(row -> new SummaryRow(
                        row.getKey(), names.getOrDefault(row.getKey(), LocalizedName.of(row.getKey())), row.getValue()))
                .toList();
    }

    /** The rows by position, called by the latest titles. */
    List<SummaryRow> titled(List<SummaryRow> positions) {
        Map<String, LocalizedName> titles = new HashMap<>();
        titles(positions.stream().map(SummaryRow::key).collect(Collectors.toSet()), titles);
        return positions.stream()
                .map(row -> new SummaryRow(row.key(), titles.getOrDefault(row.key(), row.name()), row.figures()))
                .toList();
    }

    private Map<String, LocalizedName> names(By by, RulesInForce rules, Set<String> keys) {
        Map<String, LocalizedName> names = new HashMap<>();
        switch (by) {
            case REQUIREMENT -> rules.ofPeople().forEach(r -> names.put(r.code().value(), r.name()));
            case COMPETENCE ->
                rules.rulebook().competences().forEach(c -> names.put(c.code().value(), c.name()));
            case POSITION -> titles(keys, names);
            case CATEGORY, LEADER_LEVEL, UNIT -> {}
        }
        return names;
    }

    /** The latest title of each of the positions that has one. */
    private void titles(Set<String> positions, Map<String, LocalizedName> names) {
        jdbc.sql("""
                select p.code, t.position_title
                  from unnest(cast(:positions as text[])) p(code)
                 cross join lateral (
                       select position_title from employment
                        where position_code = p.code and position_title is not null
                        order by valid_from desc, employment_no limit 1) t
                """).param("positions", positions.toArray(String[]::new)).query(row -> {
            names.put(row.getString(1), LocalizedName.of(row.getString(2)));
        });
    }
}
