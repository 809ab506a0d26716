package no.kompetansebro.planning.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The reports of the employer in scope: added to, never changed. */
@Repository
@Transactional
class FrozenReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select year, number, period, unit_code, facts_version, made_by, made_at, figures from planning_report
            """;

    /** What a report is about. */
    record Listed(ReportNumber number, ReportPeriod period, Optional<UnitCode> unit, LocalizedName area) {}

    private final JdbcClient jdbc;

    FrozenReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the year. Who takes one waits for who took the last, so that none is missing. */
    ReportNumber next(int year) {
        return new ReportNumber(
                year,
                jdbc.sql("""
                        insert into planning_report_number as last (employer_id, year, number) values (:employer, :year, 1)
                        on conflict (employer_id, year) do update set number = last.number + 1
                        returning number
                        """)
                        .param("employer", EmployerScope.required().value())
                        .param("year", year)
                        .query(Integer.class)
                        .single());
    }

    void add(FrozenReport report) {
        jdbc.sql("""
                        insert into planning_report
                            (employer_id, year, number, period, unit_code, facts_version, made_by, made_at, figures)
                        values (:employer, :year, :number, :period, :unit, :version, :by, :at, :figures::jsonb)
                        """)
                .param("employer", EmployerScope.required().value())
                .param("year", report.number().year())
                .param("number", report.number().number())
                .param("period", report.period().code())
                .param("unit", report.unit().map(UnitCode::value).orElse(null))
                .param("version", report.factsVersion())
                .param("by", report.madeBy().map(EmployeeId::value).orElse(null))
                .param("at", report.madeAt().atOffset(ZoneOffset.UTC))
                .param("figures", JSON.writeValueAsString(report.snapshot()))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<FrozenReport> find(ReportNumber number) {
        return jdbc.sql(SELECT + "where year = :year and number = :number")
                .param("year", number.year())
                .param("number", number.number())
                .query((row, n) -> report(row))
                .optional();
    }

    /** All of them, the latest first; of what they say only what they are about. */
    @Transactional(readOnly = true)
    List<Listed> all() {
        return jdbc.sql("""
                        select year, number, period, unit_code, figures -> 'area' as area from planning_report
                         order by year desc, number desc
                        """)
                .query((row, n) -> new Listed(
                        number(row),
                        period(row),
                        unit(row),
                        JSON.readValue(row.getString("area"), LocalizedName.class)))
                .list();
    }

    private static FrozenReport report(ResultSet row) throws SQLException {
        return new FrozenReport(
                number(row),
                period(row),
                unit(row),
                row.getLong("facts_version"),
                Optional.ofNullable(row.getObject("made_by", UUID.class)).map(EmployeeId::new),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("figures"), Snapshot.class));
    }

    private static ReportNumber number(ResultSet row) throws SQLException {
        return new ReportNumber(row.getInt("year"), row.getInt("number"));
    }

    private static ReportPeriod period(ResultSet row) throws SQLException {
        return ReportPeriod.read(row.getString("period")).orElseThrow();
    }

    private static Optional<UnitCode> unit(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new);
    }
}
