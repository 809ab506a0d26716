package no.kompetansebro.coverage.recalculation;

import java.sql.Types;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.coverage.figures.Days;
import no.kompetansebro.coverage.figures.Falls;
import no.kompetansebro.coverage.figures.PostFilter;
import no.kompetansebro.coverage.recalculation.FigureReadings.Seen;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the traces of the employer in scope what happens to pairs ({@link Fall}). */
@Component
@Transactional(readOnly = true)
public class FallReadings {

    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient jdbc;

    FallReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked.
     *
     * @param unit the unit with all below it; empty for everything
     * @param seen what is seen of everything; empty for all of it
     * @param requirements those asked about
     */
    public record Ask(Optional<UnitCode> unit, Optional<Seen> seen, BitSet requirements, DateInterval dates) {}

    /** Hands over what happens on the dates, in no order. */
    public void read(RulesInForce rules, Ask ask, Consumer<Fall> sink) {
        Map<Integer, RequirementCode> codes = codes(rules, ask.requirements());
        int highest = codes.keySet().stream().mapToInt(n -> n).max().orElse(-1);
        LocalDate first = ask.dates().from();
        Falls falls = new Falls(highest + 1, Days.of(first), Days.of(ask.dates().until()));
        Optional<Set<UnitCode>> units =
                ask.unit().map(rules.units()::within).or(() -> ask.seen().map(Seen::units));
        PostFilter row = units.map(rules::numbers).map(PostFilter::inUnits).orElse(PostFilter.EVERY);
        Optional<UUID> self = ask.seen().flatMap(Seen::self).map(EmployeeId::value);
        traces(units, self, ask.dates()).query(result -> {
            UUID employee = result.getObject(1, UUID.class);
            PostFilter counted = self.filter(employee::equals).isPresent() ? PostFilter.EVERY : row;
            falls.of(result.getBytes(2), counted, (requirement, day, kind) -> {
                RequirementCode code = codes.get(requirement);
                if (code != null) {
                    sink.accept(new Fall(new EmployeeId(employee), code, Days.date(day), kind));
                }
            });
        });
    }

    private JdbcClient.StatementSpec traces(Optional<Set<UnitCode>> units, Optional<UUID> self, DateInterval dates) {
        return units.map(of -> jdbc.sql("""
                        select t.employee_id, t.trace from coverage_trace t
                         where t.employee_id in (
                               select employee_id from employment
                                where unit_code = any(:units) and valid_from < :until
                                  and (valid_until is null or valid_until > :from))
                            or t.employee_id = :self
                        """)
                        .param("units", of.stream().map(UnitCode::value).toArray(String[]::new))
                        .param("from", dates.from())
                        .param("until", dates.until())
                        .param("self", self.orElse(null), Types.OTHER))
                .orElseGet(() -> jdbc.sql("select employee_id, trace from coverage_trace"))
                .withFetchSize(ROWS_AT_ONCE);
    }

    private static Map<Integer, RequirementCode> codes(RulesInForce rules, BitSet asked) {
        Map<Integer, RequirementCode> codes = new HashMap<>();
        for (Requirement requirement : rules.ofPeople()) {
            int number = rules.number(requirement.code());
            if (asked.get(number)) {
                codes.put(number, requirement.code());
            }
        }
        return codes;
    }
}
