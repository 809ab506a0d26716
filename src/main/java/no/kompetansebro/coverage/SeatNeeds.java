package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.Ways;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which items somebody who lacks a requirement has to take: the smallest set, of equally small ones that whose items
 * stand first in the rules (coverage.md section 11). Looks at what people have done only where that matters, and only at
 * the facts that do.
 */
@Component
@Transactional(readOnly = true)
public class SeatNeeds {

    private final JdbcClient jdbc;
    private final RulesBook rules;

    SeatNeeds(JdbcClient jdbc, RulesBook rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * Hands over each of the falls with the items that would have to be taken by its day; none where no items would do, or
     * where the employee holds it after all.
     */
    public void of(Collection<Fall> falls, BiConsumer<Fall, List<ItemCode>> sink) {
        Ways ways = rules.current().engine().ways();
        Map<RequirementCode, List<Fall>> dependent = new LinkedHashMap<>();
        for (Fall fall : falls) {
            Optional<ItemCode> single = ways.single(fall.requirement());
            if (single.isPresent()) {
                sink.accept(fall, List.of(single.get()));
            } else {
                dependent
                        .computeIfAbsent(fall.requirement(), _ -> new ArrayList<>())
                        .add(fall);
            }
        }
        dependent.forEach((requirement, each) -> of(requirement, each, ways, sink));
    }

    private void of(RequirementCode requirement, List<Fall> falls, Ways ways, BiConsumer<Fall, List<ItemCode>> sink) {
        UUID[] employees =
                falls.stream().map(fall -> fall.employee().value()).distinct().toArray(UUID[]::new);
        Map<EmployeeId, List<Result>> results = results(employees, ways.items(requirement));
        Map<EmployeeId, List<Evidence>> evidence =
                ways.competence(requirement).map(of -> evidence(employees, of)).orElse(Map.of());
        for (Fall fall : falls) {
            sink.accept(
                    fall,
                    ways.smallest(
                            requirement,
                            results.getOrDefault(fall.employee(), List.of()),
                            evidence.getOrDefault(fall.employee(), List.of()),
                            fall.on()));
        }
    }

    private Map<EmployeeId, List<Result>> results(UUID[] employees, Collection<ItemCode> items) {
        Map<EmployeeId, List<Result>> results = new HashMap<>();
        jdbc.sql("""
                select employee_id, item, achieved_on, score, hours, valid_until from result
                 where employee_id = any(:employees) and item = any(:items) and revoked_at is null
                """)
                .param("employees", employees)
                .param("items", items.stream().map(ItemCode::value).toArray(String[]::new))
                .query(row -> {
                    results.computeIfAbsent(new EmployeeId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                            .add(new Result(
                                    new ItemCode(row.getString(2)),
                                    row.getObject(3, LocalDate.class),
                                    Optional.ofNullable(row.getBigDecimal(4)),
                                    Optional.ofNullable(row.getBigDecimal(5)),
                                    Optional.ofNullable(row.getObject(6, LocalDate.class))));
                });
        return results;
    }

    private Map<EmployeeId, List<Evidence>> evidence(UUID[] employees, CompetenceCode competence) {
        Map<EmployeeId, List<Evidence>> evidence = new HashMap<>();
        jdbc.sql("""
                select employee_id, level, achieved_on, valid_until, kind from evidence
                 where employee_id = any(:employees) and competence = :competence and revoked_at is null
                """)
                .param("employees", employees)
                .param("competence", competence.value())
                .query(row -> {
                    evidence.computeIfAbsent(new EmployeeId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                            .add(new Evidence(
                                    competence,
                                    Optional.ofNullable(row.getString(2)),
                                    row.getObject(3, LocalDate.class),
                                    Optional.ofNullable(row.getObject(4, LocalDate.class)),
                                    Evidence.Kind.valueOf(row.getString(5))));
                });
        return evidence;
    }
}
