package no.kompetansebro.coverage.recalculation;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.figures.Days;
import no.kompetansebro.coverage.figures.PostFilter;
import no.kompetansebro.coverage.figures.TwoDays;
import no.kompetansebro.coverage.recalculation.FigureReadings.Seen;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads traces employee by employee: how everybody's pairs stood on two dates, in one pass and of one moment. */
@Component
@Transactional(readOnly = true)
public class TraceReadings {

    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient jdbc;

    TraceReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose pairs are asked for.
     *
     * @param unit the unit with all below it; empty for everything
     * @param seen what is seen of everything; empty for all of it
     * @param requirements those asked about
     * @param first not after {@code second}
     */
    public record Asked(
            Optional<UnitCode> unit,
            Optional<Seen> seen,
            Set<RequirementCode> requirements,
            LocalDate first,
            LocalDate second) {}

    /** Hands over every pair that there is on one of the dates, employee by employee. */
    public void pairs(RulesInForce rules, Asked asked, Consumer<PairTwice> sink) {
        Optional<Set<UnitCode>> units = units(rules, asked);
        PostFilter row = units.map(of -> PostFilter.inUnits(rules.numbers(of))).orElse(PostFilter.EVERY);
        Optional<UUID> self = asked.seen().flatMap(Seen::self).map(EmployeeId::value);
        Map<Integer, RequirementCode> codes = codes(rules, asked);
        int numbers =
                codes.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
        TwoDays days = new TwoDays(numbers, Days.of(asked.first()), Days.of(asked.second()));
        traces(asked, units, self).query((ResultSet result) -> {
            UUID key = result.getObject(1, UUID.class);
            PostFilter counted = self.filter(key::equals).isPresent() ? PostFilter.EVERY : row;
            EmployeeId employee = new EmployeeId(key);
            days.of(result.getBytes(2), counted, (requirement, first, second) -> {
                RequirementCode code = codes.get(requirement);
                if (code != null) {
                    sink.accept(new PairTwice(employee, code, status(first), status(second)));
                }
            });
        });
    }

    private static Map<Integer, RequirementCode> codes(RulesInForce rules, Asked asked) {
        Map<Integer, RequirementCode> codes = new HashMap<>();
        rules.ofPeople().stream()
                .map(Requirement::code)
                .filter(asked.requirements()::contains)
                .forEach(code -> codes.put(rules.number(code), code));
        return codes;
    }

    private static Optional<Status> status(int number) {
        return number == 0 ? Optional.empty() : Optional.of(Tracing.status(number));
    }

    private JdbcClient.StatementSpec traces(Asked asked, Optional<Set<UnitCode>> units, Optional<UUID> self) {
        return units.map(of -> jdbc.sql("""
                        select t.employee_id, t.trace from coverage_trace t
                         where t.employee_id in (
                               select employee_id from employment
                                where unit_code = any(:units) and valid_from <= :last
                                  and (valid_until is null or valid_until > :first))
                            or t.employee_id = any(:self)
                        """)
                        .param("units", of.stream().map(UnitCode::value).toArray(String[]::new))
                        .param("first", asked.first())
                        .param("last", asked.second())
                        .param("self", self.stream().toArray(UUID[]::new)))
                .orElseGet(() -> jdbc.sql("select employee_id, trace from coverage_trace"))
                .withFetchSize(ROWS_AT_ONCE);
    }

    /** Those whose posts are counted; empty for every unit. */
    private static Optional<Set<UnitCode>> units(RulesInForce rules, Asked asked) {
        return asked.unit().map(rules.units()::within).or(() -> asked.seen().map(Seen::units));
    }
}
