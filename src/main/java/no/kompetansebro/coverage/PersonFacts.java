package no.kompetansebro.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Exempt;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.RoleHeld;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** The open queries on each kind of fact about the selected employees. */
final class PersonFacts implements AutoCloseable {

    private static final String EMPLOYMENTS = """
            f.employment_no, f.unit_code, f.position_code, f.leader_level, f.fte, f.valid_from, f.valid_until
              from c join employment f on f.employer_id = c.employer_id and f.employee_id = c.employee_id""";

    private static final String LEAVES = """
            f.employment_no, f.valid_from, f.valid_until
              from c join (select distinct employer_id, employee_id, employment_no from employment) m
                       on m.employer_id = c.employer_id and m.employee_id = c.employee_id
                     join employment_leave f on f.employer_id = m.employer_id and f.employment_no = m.employment_no""";

    private static final String ROLES = """
            f.role, f.valid_from, f.valid_until
              from c join role_holding f on f.employer_id = c.employer_id and f.employee_id = c.employee_id""";

    private static final String RESULTS = """
            f.item, f.achieved_on, f.score, f.hours, f.valid_until
              from c join result f on f.employer_id = c.employer_id and f.employee_id = c.employee_id
                      and f.revoked_at is null""";

    private static final String EVIDENCE = """
            f.competence, f.level, f.achieved_on, f.valid_until, f.kind
              from c join evidence f on f.employer_id = c.employer_id and f.employee_id = c.employee_id
                      and f.revoked_at is null""";

    private static final String EXEMPTIONS = """
            f.requirement, f.valid_from, f.valid_until
              from c join exemption f on f.employer_id = c.employer_id and f.employee_id = c.employee_id""";

    private final FactRows<Employment> employments;
    private final FactRows<Leave> leaves;
    private final FactRows<RoleHeld> roles;
    private final FactRows<Result> results;
    private final FactRows<Evidence> evidence;
    private final FactRows<Exempt> exemptions;

    PersonFacts(RecordedFacts facts, Selection selection) {
        employments = facts.rows(selection, EMPLOYMENTS, PersonFacts::employment);
        leaves = facts.rows(selection, LEAVES, row -> new Leave(row.getString("employment_no"), dates(row)));
        roles = facts.rows(selection, ROLES, row -> new RoleHeld(row.getString("role"), dates(row)));
        results = facts.rows(selection, RESULTS, PersonFacts::result);
        evidence = facts.rows(selection, EVIDENCE, PersonFacts::evidence);
        exemptions = facts.rows(
                selection,
                EXEMPTIONS,
                row -> new Exempt(new RequirementCode(row.getString("requirement")), dates(row)));
    }

    /** The employee with all facts. Employees are asked for in the order of their numbers, each once. */
    KnownPerson of(KnownPerson employee) {
        UUID id = employee.id().value();
        return new KnownPerson(
                employee.id(),
                new Person(
                        employee.person().number(),
                        withLeaves(employments.of(id), leaves.of(id)),
                        roles.of(id),
                        results.of(id),
                        evidence.of(id),
                        exemptions.of(id)));
    }

    private static List<Employment> withLeaves(List<Employment> employments, List<Leave> leaves) {
        if (leaves.isEmpty()) {
            return employments;
        }
        Map<String, List<DateInterval>> byNumber = leaves.stream()
                .collect(Collectors.groupingBy(
                        Leave::employment, Collectors.mapping(Leave::dates, Collectors.toList())));
        return employments.stream()
                .map(e -> onLeave(e, Timeline.of(byNumber.getOrDefault(e.number(), List.of()))))
                .toList();
    }

    private static Employment onLeave(Employment e, Timeline leave) {
        return new Employment(e.number(), e.unit(), e.position(), e.leaderLevel(), e.fte(), e.dates(), leave);
    }

    private static Employment employment(ResultSet row) throws SQLException {
        return new Employment(
                row.getString("employment_no"),
                new UnitCode(row.getString("unit_code")),
                row.getString("position_code"),
                Optional.ofNullable(row.getString("leader_level")),
                row.getBigDecimal("fte"),
                dates(row),
                Timeline.NEVER);
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                new ItemCode(row.getString("item")),
                row.getObject("achieved_on", LocalDate.class),
                Optional.ofNullable(row.getBigDecimal("score")),
                Optional.ofNullable(row.getBigDecimal("hours")),
                RecordedFacts.date(row, "valid_until"));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                new CompetenceCode(row.getString("competence")),
                Optional.ofNullable(row.getString("level")),
                row.getObject("achieved_on", LocalDate.class),
                RecordedFacts.date(row, "valid_until"),
                Evidence.Kind.valueOf(row.getString("kind")));
    }

    private static DateInterval dates(ResultSet row) throws SQLException {
        return new DateInterval(
                row.getObject("valid_from", LocalDate.class),
                RecordedFacts.date(row, "valid_until").orElse(LocalDate.MAX));
    }

    @Override
    public void close() {
        Stream.of(employments, leaves, roles, results, evidence, exemptions).forEach(FactRows::close);
    }

    private record Leave(String employment, DateInterval dates) {}
}
