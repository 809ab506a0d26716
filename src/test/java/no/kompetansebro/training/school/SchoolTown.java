package no.kompetansebro.training.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.catalogue.Replacement;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A municipality with 300 leaders on four levels and a leadership school: the leader of a unit has its code as number. K leads
 * all (level 1), S1 to S9 the sections (1), V1 to V40 (2), A1 to A100 (3), T1 to T150 (4); A1 is below V1, below S1. A1 has
 * done three of seven modules, the third by credits; HR has a grant.
 */
public final class SchoolTown {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    /** The levels of which each of the 13 modules is required. */
    private static final List<String> LEVELS =
            List.of("2,3,4", "1,2,3,4", "2,3", "2,3", "2,3", "2", "1,2", "2", "2,3", "2,3", "1", "1,2", "4");

    private static final Set<Integer> STRATEGIC = Set.of(6, 7, 8, 11, 12);
    private static final int WITH_CREDITS = 3;
    private static final int MENTORING = 13;

    private final Municipality municipality;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public SchoolTown(JdbcClient jdbc, TransactionTemplate transactions, Catalogue catalogue) {
        this.municipality = new Municipality(jdbc, transactions);
        this.jdbc = jdbc;
        this.transactions = transactions;
        units();
        assertThat(municipality.in(() -> catalogue.replace(document().getBytes(StandardCharsets.UTF_8), false)))
                .isInstanceOf(Replacement.Done.class);
        leaders();
        EmployeeId hr = municipality.employee("HR");
        municipality.employment(hr, "K", TODAY.minusYears(3), null);
        municipality.grant(hr, "HR", null, TODAY.minusYears(1), null);
        List.of("modul-01", "modul-02", "studiepoeng")
                .forEach(item -> municipality.result(employee("A1"), item, TODAY.minusDays(100)));
    }

    public Municipality municipality() {
        return municipality;
    }

    /** The employee with the number. */
    public EmployeeId employee(String number) {
        return municipality.in(() ->
                transactions.execute(_ -> jdbc.sql("select employee_id from employee where employee_no = :number")
                        .param("number", number)
                        .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                        .single()));
    }

    /** Signed in as the employee with the number. */
    public UsernamePasswordAuthenticationToken as(String number) {
        return UsernamePasswordAuthenticationToken.authenticated(
                municipality.visitor(employee(number)), null, List.of());
    }

    /** The leader goes from the level to another one today, in the same unit. */
    void promote(String number, String level) {
        municipality.sql("update employment set valid_until = ? where employment_no = ?", TODAY, "E-" + number);
        municipality.employment(employee(number), number, "leader", level, number, TODAY, null);
    }

    private void units() {
        municipality.sql("insert into unit (employer_id, unit_code, name) values (:e, 'K', 'Fjordvik kommune')");
        Map.of("S", 9, "V", 40, "A", 100, "T", 150).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .forEach(each -> units(each.getKey(), each.getValue()));
    }

    private void units(String letter, int count) {
        String parent = switch (letter) {
            case "S" -> "'K'";
            case "V" -> "'S' || (1 + (n - 1) % 9)";
            case "A" -> "'V' || (1 + (n - 1) % 40)";
            default -> "'A' || (1 + (n - 1) % 100)";
        };
        municipality.sql("insert into unit (employer_id, unit_code, parent_code, name) select :e, '" + letter
                + "' || n, " + parent + ", 'Enhet " + letter + "' || n from generate_series(1, " + count + ") n");
    }

    private void leaders() {
        municipality.sql("""
                insert into employee (employer_id, employee_id, employee_no, given_name, family_name)
                select :e, gen_random_uuid(), unit_code, 'Leder', unit_code from unit
                """);
        municipality.sql("""
                insert into employment (employer_id, employment_no, employee_id, unit_code, position_code, leader_level,
                                        leads_unit, valid_from)
                select :e, 'E-' || u.unit_code, p.employee_id, u.unit_code, 'leader',
                       case left(u.unit_code, 1) when 'K' then '1' when 'S' then '1' when 'V' then '2' when 'A' then '3'
                                                 else '4' end,
                       u.unit_code, ?
                  from unit u join employee p on p.employee_no = u.unit_code
                """, TODAY.minusYears(3));
    }

    private static String document() {
        return "competences:\n" + each("  - {code: kompetanse-%1$s, name: Kompetanse %1$s, kind: KNOWLEDGE}\n")
                + "items:\n  - {code: studiepoeng, name: Studiepoeng i økonomi, kind: FORMAL_EDUCATION}\n"
                + each("  - {code: modul-%1$s, name: Modul %1$s, kind: %3$s, themes: [%4$s]}\n")
                + "awardRules:\n"
                + each("  - {code: regel-%1$s, competence: kompetanse-%1$s, criterion: %5$s}\n")
                + "requirements:\n"
                + each("  - {code: krav-%1$s, name: Krav %1$s, competence: kompetanse-%1$s, category: MANDATORY,"
                        + " targetGroup: {leaderLevel: [%2$s]}, graceDays: 730}\n")
                + "  - {code: annet, name: Annet, competence: kompetanse-01, category: MANDATORY}\n"
                + "leadershipSchool:\n  modules: ["
                + IntStream.rangeClosed(1, LEVELS.size())
                        .mapToObj("modul-%02d"::formatted)
                        .collect(Collectors.joining(", "))
                + "]\n";
    }

    private static String each(String line) {
        return IntStream.rangeClosed(1, LEVELS.size())
                .mapToObj(n -> {
                    String levels = List.of(LEVELS.get(n - 1).split(",")).stream()
                            .map(level -> "\"" + level + "\"")
                            .collect(Collectors.joining(", "));
                    String module = "{result: {item: modul-%02d}}".formatted(n);
                    return line.formatted(
                            "%02d".formatted(n),
                            levels,
                            n == MENTORING ? "PRACTICE" : "MODULE",
                            STRATEGIC.contains(n) ? "strategic" : "operative",
                            n == WITH_CREDITS ? "{any: [" + module + ", {result: {item: studiepoeng}}]}" : module);
                })
                .collect(Collectors.joining());
    }
}
