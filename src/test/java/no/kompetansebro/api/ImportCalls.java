package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP; each test has an employer of its own. */
abstract class ImportCalls extends ApiCalls {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));
    static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    Employers employers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    EmployerId employer;
    String token;

    @BeforeEach
    void aNewEmployer() {
        token = UUID.randomUUID().toString();
        employer = employers.findOrAdd("e-" + token);
        jdbc.sql("""
                        insert into api_token (token_hash, employer_id, name, scopes, created_by, created_at)
                        values (:hash, :employer, 'test', '{import:write}', 'test', now())
                        """)
                .param("hash", TokenHash.of(token))
                .param("employer", employer.value())
                .update();
    }

    Answer post(String kindAndParameters, String csv) {
        return postCsv(token, "/imports/" + kindAndParameters, csv);
    }

    /** Posts the file and expects created, updated, unchanged, ended; rows must be their sum without ended. */
    void assertApplied(String kindAndParameters, String csv, int created, int updated, int unchanged, int ended) {
        Answer answer = post(kindAndParameters, csv);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        JsonNode body = answer.body();
        assertThat(List.of("created", "updated", "unchanged", "ended").stream()
                        .map(name -> body.path(name).asInt())
                        .toList())
                .as("created, updated, unchanged, ended")
                .containsExactly(created, updated, unchanged, ended);
        assertThat(body.path("rows").asInt()).isEqualTo(created + updated + unchanged);
        assertThat(body.path("kind").asString()).isEqualTo(kindAndParameters.replaceFirst("\\?.*", ""));
    }

    /** Posts the file and expects these errors and no others: {@code line column value}. */
    void assertRefused(String kindAndParameters, String csv, String... errors) {
        assertThat(refusals(post(kindAndParameters, csv))).containsExactly(errors);
    }

    static List<String> refusals(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("import-refused");
        List<String> errors = new ArrayList<>();
        for (JsonNode error : answer.body().path("errors")) {
            assertThat(error.path("message").asString()).isNotBlank();
            errors.add(error.path("line").asInt() + " " + text(error, "column") + " " + text(error, "value"));
        }
        return errors;
    }

    private static String text(JsonNode error, String name) {
        assertThat(error.has(name)).isTrue();
        return error.path(name).isNull() ? "-" : error.path(name).asString();
    }

    /** The rows of the query as text, in the employer's scope. */
    List<String> rows(String query) {
        return inScope(() -> jdbc.sql(query)
                .query((row, _) -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(String.valueOf(row.getString(i)));
                    }
                    return String.join(" ", values);
                })
                .list());
    }

    void execute(String sql) {
        inScope(() -> jdbc.sql(sql).update());
    }

    <T> T inScope(Supplier<T> work) {
        return EmployerScope.<T, RuntimeException>in(employer, () -> transactions.execute(_ -> work.get()));
    }

    /** A unit, two employees with employments, an item, competences with and without scale, and requirements. */
    void somebodyToImportFor() {
        assertApplied("units", "unit,name\nHELSE,Helse og omsorg\n", 1, 0, 0, 0);
        assertApplied(
                "employees", "employee_no,given_name,family_name\n1001,Kari,Nordmann\n1002,Ola,Hansen\n", 2, 0, 0, 0);
        assertApplied("employments", """
                employment_no,employee_no,unit,position,valid_from
                A1,1001,HELSE,07110,2020-01-01
                A2,1002,HELSE,7110,2021-01-01
                """, 2, 0, 0, 0);
        execute("insert into scale values (current_employer(), 'cefr', '{A1,A2,B1}', 1)");
        execute("""
                insert into item (employer_id, code, name, kind, position)
                values (current_employer(), 'fh', '{"nb": "Førstehjelp"}', 'COURSE', 1)
                """);
        execute("""
                insert into competence (employer_id, code, name, kind, scale, validity, position)
                values (current_employer(), 'norsk', '{"nb": "Norsk"}', 'LANGUAGE', 'cefr', '"forever"', 1),
                       (current_employer(), 'fh', '{"nb": "Førstehjelp"}', 'CERTIFICATE', null, '"forever"', 2)
                """);
        execute("""
                insert into requirement (employer_id, code, name, category, competence, minimum, unit_duty, position)
                values (current_employer(), 'alle-fh', '{"nb": "Alle"}', 'MANDATORY', 'fh', null, null, 1),
                       (current_employer(), 'min-fh', '{"nb": "Minst"}', 'MANDATORY', 'fh', '{"count": 1}', null, 2),
                       (current_employer(), 'etikk', '{"nb": "Etikk"}', 'MANDATORY', null, null, '{"units": []}', 3)
                """);
    }
}
