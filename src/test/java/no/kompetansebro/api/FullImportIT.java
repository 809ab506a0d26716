package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullImportIT extends ImportCalls {

    @Test
    void endsTheUnitsThatAreMissing() {
        assertApplied("units?mode=full", units(1, 10), 10, 0, 0, 0);
        assertApplied("units?mode=full", units(1, 9), 0, 0, 9, 1);
        assertThat(rows("select unit_code, ended_on from unit where ended_on is not null"))
                .containsExactly("U10 " + TODAY);
        assertApplied("units?mode=full", units(1, 9), 0, 0, 9, 0);
        assertApplied("units?mode=full", units(1, 10), 0, 1, 9, 0);
    }

    @Test
    void asksBeforeItEndsMoreThanATenth() {
        assertApplied("units", units(1, 10), 10, 0, 0, 0);

        Answer answer = post("units?mode=full", units(1, 8));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("import-ends-too-much");
        assertThat(post("units?mode=full&dryRun=true", units(1, 8)).status()).isEqualTo(409);
        assertThat(post("units?mode=full&force=false", "unit,name\n").status()).isEqualTo(409);
        assertThat(rows("select count(*) from unit where ended_on is null")).containsExactly("10");

        assertApplied("units?mode=full&force=true&dryRun=true", units(1, 8), 0, 0, 8, 2);
        assertApplied("units?mode=full&force=true", units(1, 8), 0, 0, 8, 2);
        assertApplied("units?mode=full&force=true", "unit,name\n", 0, 0, 0, 8);
    }

    @Test
    void takesATenthOfWhatIsCurrentExactly() {
        assertApplied("units", units(1, 20), 20, 0, 0, 0);
        assertApplied("units?mode=full", units(1, 19), 0, 0, 19, 1);
        assertThat(post("units?mode=full", units(1, 17)).status()).isEqualTo(409);
        assertApplied("units", units(20, 20), 0, 1, 0, 0);
        assertApplied("units?mode=full", units(1, 18), 0, 0, 18, 2);
    }

    @Test
    void endsNothingWithoutTheMode() {
        assertApplied("units", units(1, 10), 10, 0, 0, 0);
        assertApplied("units?force=true", units(1, 1), 0, 0, 1, 0);
        assertThat(rows("select count(*) from unit where ended_on is null")).containsExactly("10");
    }

    @Test
    void endsAllEmploymentsOfAnEmployeeWhoIsMissing() {
        somebodyToImportFor();
        assertApplied("employments", """
                employment_no,employee_no,unit,position,valid_from,valid_until
                A3,1002,HELSE,1,%s,
                A4,1002,HELSE,1,%s,
                A5,1002,HELSE,1,2019-01-01,2020-01-01
                """.formatted(TODAY, TOMORROW), 3, 0, 0, 0);

        assertApplied(
                "employees?mode=full&force=true",
                "employee_no,given_name,family_name\n1001,Kari,Nordmann\n",
                0,
                0,
                1,
                1);

        assertThat(rows("select employment_no, valid_until from employment order by 1"))
                .containsExactly("A1 null", "A2 " + TODAY, "A5 2020-01-01");
        assertThat(rows("select count(*) from employee")).containsExactly("2");
        assertApplied("employees?mode=full", "employee_no,given_name,family_name\n1001,Kari,Nordmann\n", 0, 0, 1, 0);
    }

    @Test
    void endsEmploymentsThatAreMissingAndKeepsThoseToCome() {
        somebodyToImportFor();
        String header = "employment_no,employee_no,unit,position,valid_from,valid_until\n";
        assertApplied("employments", header + """
                A3,1002,HELSE,1,%s,
                A4,1002,HELSE,1,%s,
                A5,1002,HELSE,1,2019-01-01,2020-01-01
                """.formatted(TODAY, TOMORROW), 3, 0, 0, 0);

        assertApplied("employments?mode=full&force=true", header + "A1,1001,HELSE,07110,2020-01-01,\n", 0, 0, 1, 2);
        assertThat(rows("select employment_no, valid_until from employment order by 1"))
                .containsExactly("A1 null", "A2 " + TODAY, "A4 null", "A5 2020-01-01");
    }

    @Test
    void letsANewPeriodFollowTheOneThatItEnds() {
        somebodyToImportFor();
        String file = """
                employment_no,employee_no,unit,position,valid_from
                A1,1001,HELSE,2,%s
                A2,1002,HELSE,7110,2021-01-01
                """;
        assertRefused("employments", file.formatted(TODAY), "2 valid_from " + TODAY);
        assertRefused(
                "employments?mode=full&force=true",
                file.formatted(TODAY.minusDays(1)),
                "2 valid_from " + TODAY.minusDays(1));
        assertApplied("employments?mode=full&force=true", file.formatted(TODAY), 1, 0, 1, 1);
        assertThat(rows("select position_code, valid_from, valid_until from employment order by employment_no, 2"))
                .containsExactly("07110 2020-01-01 " + TODAY, "2 " + TODAY + " null", "7110 2021-01-01 null");
    }

    @Test
    void endsLeavesAndRolesThatAreMissing() {
        somebodyToImportFor();
        assertApplied("leaves", "employment_no,valid_from\nA1,2024-01-01\nA2,2024-01-01\n", 2, 0, 0, 0);
        assertApplied("roles", "employee_no,role,valid_from\n1001,a,2024-01-01\n1002,a,2024-01-01\n", 2, 0, 0, 0);

        assertApplied("leaves?mode=full&force=true", "employment_no,valid_from\nA1,2024-01-01\n", 0, 0, 1, 1);
        assertApplied("roles?mode=full&force=true", "employee_no,role,valid_from\n1002,a,2024-01-01\n", 0, 0, 1, 1);
        assertThat(rows("select employment_no, valid_until from employment_leave order by 1"))
                .containsExactly("A1 null", "A2 " + TODAY);
        assertThat(
                        rows(
                                "select employee_no, valid_until from role_holding join employee using (employee_id) order by 1"))
                .containsExactly("1001 " + TODAY, "1002 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "evidence", "unit-results", "exemptions"})
    void isNotForOtherKinds(String kind) {
        Answer answer = post(kind + "?mode=full", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("parameter").asString()).isEqualTo("mode");
    }

    private static String units(int first, int last) {
        return "unit,name\n"
                + IntStream.rangeClosed(first, last)
                        .mapToObj(i -> "U" + i + ",Enhet " + i + "\n")
                        .collect(Collectors.joining());
    }
}
